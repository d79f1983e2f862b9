"""The image takes minutes and root: only `make soak` builds it."""

import os

collect_ignore = [] if os.environ.get("KLARSJEKK_SOAK") == "1" else ["test_image.py"]
