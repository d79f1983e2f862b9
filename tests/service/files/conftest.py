"""What of the tests of exports belongs to the long run only: LibreOffice takes ten seconds to start."""

import os

collect_ignore = [] if os.environ.get("KLARSJEKK_SOAK") == "1" else ["test_libreoffice.py"]
