"""`python3 tests`: prepara o ambiente e roda todos os testes; os argumentos vão para o pytest."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from tools import environment

sys.exit(environment.tests(sys.argv[1:]))
