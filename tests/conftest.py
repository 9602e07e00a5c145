"""What holds for every test: no screen, no data folder of the user's, the same answers twice in CI.

That a Qt warning fails the test that caused it is set in pyproject.toml (``qt_log_level_fail``).
"""

import os
import tempfile

from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TAIZHANG_DATA"] = os.path.join(tempfile.gettempdir(), f"taizhang-test-{os.getpid()}")

settings.register_profile(
    "office",
    deadline=None,
    max_examples=50,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("office")
