"""A registry in one file: layers and configurations by the digest of their bytes, images by name and tag. No passwords.

The paths are those of the OCI Distribution Specification, which docker push and docker pull speak.
"""

import hashlib
import http.server
import json
import pathlib
import re
import shutil
import uuid

BLOBS = pathlib.Path("/tmp/blobs")
manifests = {}  # (name, tag or digest): (media type, bytes)


class Registry(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # The engine tries TLS first. It goes on without when the answer to that is readable as HTTP.
    default_request_version = "HTTP/1.1"

    def do_GET(self):
        if blob := re.fullmatch(r"/v2/.+/blobs/(sha256:[0-9a-f]{64})", self.path):
            self.give_blob(BLOBS / blob[1])
        elif manifest := re.fullmatch(r"/v2/(.+)/manifests/(.+)", self.path):
            self.give_manifest(manifests.get(manifest.groups()))
        elif tags := re.fullmatch(r"/v2/(.+)/tags/list", self.path):
            found = [tag for name, tag in manifests if name == tags[1] and not tag.startswith("sha256:")]
            self.answer(200, json.dumps({"name": tags[1], "tags": found}).encode())
        else:
            self.answer(200 if self.path == "/v2/" else 404, b"{}")

    do_HEAD = do_GET

    def do_POST(self):
        """Begins an upload, and says where its bytes go."""
        self.body(BLOBS / (upload := uuid.uuid4().hex))
        self.answer(202, Location=f"{self.path.partition('?')[0].rstrip('/')}/{upload}")

    def do_PATCH(self):
        upload = BLOBS / self.path.rpartition("/")[2]
        self.body(upload)
        self.answer(202, Location=self.path, Range=f"0-{upload.stat().st_size - 1}")

    def do_PUT(self):
        if manifest := re.fullmatch(r"/v2/(.+)/manifests/(.+)", self.path):
            self.body(given := BLOBS / uuid.uuid4().hex)
            content = given.read_bytes()
            digest = "sha256:" + hashlib.sha256(content).hexdigest()
            for reference in (manifest[2], digest):
                manifests[manifest[1], reference] = (self.headers["Content-Type"], content)
        else:
            path, _, digest = self.path.partition("?digest=")
            digest = digest.replace("%3A", ":")
            upload = BLOBS / path.rpartition("/")[2]
            self.body(upload)
            upload.rename(BLOBS / digest)
        self.answer(201, Location=self.path, Docker_Content_Digest=digest)

    def body(self, file):
        """Appends what is sent, in pieces of a told or of an untold number."""
        with file.open("ab") as out:
            if self.headers.get("Transfer-Encoding") == "chunked":
                while size := int(self.rfile.readline(), 16):
                    out.write(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
            else:
                out.write(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def give_blob(self, file):
        if not file.exists():
            self.answer(404, b"{}")
            return
        self.head(200, file.stat().st_size, Docker_Content_Digest=file.name)
        if self.command == "GET":
            with file.open("rb") as content:
                shutil.copyfileobj(content, self.wfile)

    def give_manifest(self, found):
        if found is None:
            self.answer(404, b"{}")
        else:
            digest = "sha256:" + hashlib.sha256(found[1]).hexdigest()
            self.answer(200, found[1], Content_Type=found[0], Docker_Content_Digest=digest)

    def answer(self, status, content=b"", **headers):
        self.head(status, len(content), **headers)
        if self.command != "HEAD":
            self.wfile.write(content)

    def head(self, status, length, **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


BLOBS.mkdir(exist_ok=True)
http.server.ThreadingHTTPServer(("", 5000), Registry).serve_forever()
