package dev.datastack.cli.images.sbom;

import dev.datastack.cli.docker.Image;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The document of one image in CycloneDX 1.6, as far as this stack fills it. */
final class CycloneDx {
    private CycloneDx() {}

    static String document(String image, Image detail, List<Component> components) {
        var document = new LinkedHashMap<String, Object>();
        document.put("bomFormat", "CycloneDX");
        document.put("specVersion", "1.6");
        document.put("version", 1);
        document.put("metadata", Map.of("component", subject(image, detail)));
        document.put("components", components.stream().map(CycloneDx::entry).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static Map<String, Object> subject(String image, Image detail) {
        var subject = new LinkedHashMap<String, Object>();
        subject.put("type", "container");
        subject.put("name", image);
        subject.put("version", detail.id());
        return subject;
    }

    private static Map<String, Object> entry(Component component) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("type", "library");
        entry.put("bom-ref", component.purl());
        entry.put("name", component.name());
        entry.put("version", component.version());
        if (!component.licences().isEmpty()) {
            entry.put(
                    "licenses",
                    component.licences().stream()
                            .map(licence -> Map.of("license", Map.of("name", licence)))
                            .toList());
        }
        entry.put("purl", component.purl());
        return entry;
    }
}
