"""`python3 docs`: prepara o ambiente, constrói o site e o serve nesta máquina; `python3 docs --help` conta o resto."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from tools import environment

sys.exit(environment.docs(sys.argv[1:]))
