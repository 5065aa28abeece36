"""Loads for eight seconds, then answers. Making the report is expensive; asking whether the service is ready is cheap."""

import http.server
import threading
import time

loaded = threading.Event()
made = 0


def report():
    global made
    made += 1
    return f"{sum(minutes % 7 for minutes in range(2_000_000))} minutes of delay"


class Delays(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        pages = {"/report": report, "/ready": lambda: "ready", "/made": lambda: f"reports made: {made}"}
        self.send_response(200 if loaded.is_set() else 503)
        self.end_headers()
        self.wfile.write((pages[self.path]() if loaded.is_set() else "loading").encode())


def load():
    time.sleep(8)  # Stands for the year of flights that a real one would read.
    loaded.set()


threading.Thread(target=load, daemon=True).start()
http.server.ThreadingHTTPServer(("", 8000), Delays).serve_forever()
