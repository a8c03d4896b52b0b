"""Com quem o DLPack se prova: uma biblioteca de mentira, que conta as devoluções, e programas em má hora."""

import ctypes
from typing import Any

from reference.tensors import dlpack
from reference.tensors.dlpack import Form, OldForm

GiveBack = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class Lender:
    """Uma biblioteca de mentira: empresta oito números e conta quantas vezes os devolveram."""

    def __init__(self, **changes: Any) -> None:
        self.numbers = (ctypes.c_int16 * 8)(*range(8))
        self.shape, self.steps = (ctypes.c_int64 * 2)(2, 3), (ctypes.c_int64 * 2)(4, 1)
        self.returned: list[int] = []
        self.give_back = GiveBack(self.returned.append)
        self.options: list[dict[str, Any]] = []
        common = {"code": 0, "bits": 16, "lanes": 1, "device": 1, "version": 1, "flags": 0, "offset": 0}
        self.changes = {**common, **changes}

    def __dlpack_device__(self) -> tuple[int, int]:
        return self.changes["device"], 0

    def __dlpack__(self, **options: Any) -> Any:
        self.options.append(options)
        if "old" in self.changes and options:
            raise TypeError("de antes da versão 1")
        form: Any = OldForm() if "old" in self.changes else Form((self.changes["version"], 0))
        form.flags = self.changes["flags"]
        device = 1 if "dl_device" in options else self.changes["device"]
        kind = dlpack.ElementType(self.changes["code"], self.changes["bits"], self.changes["lanes"])
        steps, start = self.changes.get("steps", self.steps), ctypes.addressof(self.numbers)
        place = dlpack.Device(device, 0)
        form.tensor = dlpack.Description(start, place, 2, kind, self.shape, steps, self.changes["offset"])
        form.give_back = ctypes.cast(self.changes.get("give_back", self.give_back), ctypes.c_void_p)
        self.form = form
        return dlpack.new_capsule(ctypes.addressof(form), form.name, None)


# O que derrubaria o Python, num Python à parte: o programa e o que ele imprime.

BEGIN = """
import gc
import os
import sys
import threading
import numpy
import reference as np
from reference.tensors import dlpack

def use(*arguments): ...
"""

PROGRAMS = {
    "um erro em curso": """
        for k in range(50):
            try:
                use(numpy.from_dlpack(np.zeros(9)), np.zeros(9).__dlpack__(), np.from_dlpack(numpy.zeros(9)), 1 / 0)
            except ZeroDivisionError:
                print("ok", end="" if k else " ")
        gc.collect()
        print(len(dlpack.LENT))
        """,
    "outra linha de execução": """
        loans = [numpy.from_dlpack(np.full(9, k)) for k in range(100)]
        threads = [threading.Thread(target=loans.pop) for _ in range(60)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        gc.collect()
        print(len(dlpack.LENT), sum(loan.sum() for loan in loans) == 9 * sum(range(40)))
        """,
    "o fim do programa": """
        kept = numpy.from_dlpack(np.arange(9)), np.from_dlpack(numpy.arange(9)), np.zeros(2).__dlpack__()
        sys.kept = numpy.from_dlpack(np.arange(9)), np.from_dlpack(numpy.arange(9)), np.from_dlpack(np.arange(9))
        class Late:
            def __init__(self): self.x = numpy.from_dlpack(np.arange(9)), np.from_dlpack(numpy.arange(9)[::-2])
            def __del__(self, write=os.write): write(1, b"%d %d\\n" % (self.x[0][8], self.x[1].storage[0]))
        late, sys.later = Late(), Late()
        sys.stdout.reconfigure(line_buffering=True)
        print(len(dlpack.LENT))
        """,
}
PRINTED = {"um erro em curso": "ok " + "ok" * 49 + "0\n", "outra linha de execução": "40 True\n"}
PRINTED["o fim do programa"] = "6\n8 0\n8 0\n"
