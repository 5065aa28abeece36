package dev.datastack.cli.images.bases;

import dev.datastack.cli.docker.Image;
import dev.datastack.cli.docker.ImageStore;
import dev.datastack.cli.images.bases.BaseResult.How;
import dev.datastack.cli.problem.Problem;
import dev.datastack.cli.problem.StackException;
import dev.datastack.cli.settings.Settings;
import dev.datastack.cli.terminal.StatusLine;
import dev.datastack.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes sure that every base is there under the prefix in use, changing to stand-ins where one cannot be had. */
public final class BaseImages {
    private static final String VARIABLE = "BASE_PREFIX";

    private final ImageStore store;
    private final StandIns standIns;
    private final Settings settings;
    private final Terminal terminal;
    private final InstantSource clock;
    private final List<BaseImage> bases;

    BaseImages(ImageStore store, StandIns standIns, Settings settings, Terminal terminal, InstantSource clock) {
        this.store = store;
        this.standIns = standIns;
        this.settings = settings;
        this.terminal = terminal;
        this.clock = clock;
        this.bases = BaseImage.all(settings);
    }

    /** The registry has {@code answer} to say its first word for each image. */
    public List<BaseResult> ensure(boolean yes, Duration answer) {
        var prefix = settings.get(VARIABLE).orElse("");
        if (prefix.equals(StandIns.PREFIX)) {
            return withStandIns(yes, answer, Map.of());
        }
        if (prefix.isEmpty() && standInsServe()) {
            usePrefix();
            return withStandIns(yes, answer, Map.of());
        }
        var results = new ArrayList<BaseResult>();
        var refusals = new LinkedHashMap<BaseImage, String>();
        for (var base : bases) {
            var image = prefix + base.name();
            present(image).or(() -> pulled(image, answer, refusals, base)).ifPresent(results::add);
            if (!refusals.isEmpty()) {
                return withStandIns(yes, answer, refusals);
            }
        }
        return results;
    }

    /** Another clone on this machine has built them, and an official one is lacking. */
    private boolean standInsServe() {
        return bases.stream().anyMatch(base -> store.image(base.name()).isEmpty())
                && bases.stream()
                        .allMatch(base ->
                                store.image(StandIns.PREFIX + base.name()).isPresent());
    }

    private List<BaseResult> withStandIns(boolean yes, Duration answer, Map<BaseImage, String> refused) {
        var refusals = new LinkedHashMap<>(refused);
        var results = new ArrayList<BaseResult>();
        var agreed = yes;
        for (var base : bases) {
            var image = StandIns.PREFIX + base.name();
            var there = present(image).or(() -> official(base, image, answer, refusals));
            if (there.isEmpty()) {
                agreed = agreed || consent(base, refusals);
            }
            results.add(there.orElseGet(() -> built(base, image, refusals)));
        }
        usePrefix();
        return results;
    }

    private Optional<BaseResult> present(String image) {
        return store.image(image).map(found -> new BaseResult(image, How.PRESENT, isStandIn(found), Duration.ZERO));
    }

    private static boolean isStandIn(Image image) {
        return "true".equals(image.labels().get(StandIns.LABEL));
    }

    private Optional<BaseResult> official(
            BaseImage base, String image, Duration answer, Map<BaseImage, String> refusals) {
        if (refusals.containsKey(base)) {
            return Optional.empty();
        }
        var found = present(base.name()).or(() -> pulled(base.name(), answer, refusals, base));
        found.ifPresent(result -> store.tag(base.name(), image));
        return found.map(result -> new BaseResult(image, result.how(), result.standIn(), result.took()));
    }

    private Optional<BaseResult> pulled(
            String image, Duration answer, Map<BaseImage, String> refusals, BaseImage base) {
        var status = new StatusLine(terminal, "base " + image);
        var began = clock.instant();
        status.now("pulling");
        var refusal = PullRefusal.of(() -> store.pull(image, answer, status::now));
        status.clear();
        refusal.ifPresent(reason -> refusals.put(base, reason));
        return refusal.isPresent() ? Optional.empty() : Optional.of(result(image, How.PULLED, false, began));
    }

    private boolean consent(BaseImage base, Map<BaseImage, String> refusals) {
        var reason = refusals.getOrDefault(base, "");
        terminal.say("base " + base.name() + ": cannot be pulled (" + reason + ")");
        var question = "Build stand-ins from Debian packages under " + StandIns.PREFIX + " and use them in this clone?";
        if (!terminal.agrees(question)) {
            throw new StackException(
                    Problem.CONSENT_NEEDED,
                    "the base image " + base.name() + " cannot be pulled and has to be built from Debian packages.",
                    "docker pull: " + reason,
                    "confirm with './stack images bases --yes', or set a mirror in .env: BASE_PREFIX=my.registry/path/");
        }
        return true;
    }

    private BaseResult built(BaseImage base, String image, Map<BaseImage, String> refusals) {
        var status = new StatusLine(terminal, "base " + image);
        var began = clock.instant();
        if (!terminal.isScreen()) {
            terminal.say("base " + image + ": building a stand-in");
        }
        var refusal = standIns.build(base, status::now);
        status.clear();
        refusal.ifPresent(reason -> {
            throw unavailable(base, refusals.getOrDefault(base, "not asked"), reason);
        });
        return result(image, How.BUILT, true, began);
    }

    private BaseResult result(String image, How how, boolean standIn, Instant began) {
        return new BaseResult(image, how, standIn, Duration.between(began, clock.instant()));
    }

    private static StackException unavailable(BaseImage base, String pull, String build) {
        return new StackException(
                Problem.BASE_UNAVAILABLE,
                base.name() + " can neither be pulled nor built.",
                "docker pull: " + pull + "; " + build,
                "name a registry mirror in .env (BASE_PREFIX=my.registry/path/), or build as root on Debian with"
                        + " debootstrap installed, or 'docker load' the image from another machine");
    }

    private void usePrefix() {
        if (settings.get(VARIABLE).filter(StandIns.PREFIX::equals).isEmpty()) {
            settings.keep(VARIABLE, StandIns.PREFIX);
            terminal.say("settings: " + VARIABLE + "=" + StandIns.PREFIX + " written to .env");
        }
    }
}
