r"""Operações universais: a regra de um número que vale para tensores de qualquer forma e de qualquer tipo.

O NumPy as chama *ufuncs*. De cada uma se dizem a regra, as famílias de tipos em que a conta é feita e o tipo do
resultado. O resto é igual para todas e está aqui: escolher o tipo da conta, atender a `out`, `where` e `dtype`, e
entregar a regra ao laço de `loop`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import update_wrapper
from itertools import repeat
from typing import Any, NamedTuple

from reference.operations.folding import Folding
from reference.operations.loop import HANDFUL, as_mask, check_out, choose, only_where, over_lines, overlap, read_rows
from reference.tensors.assignment import assign
from reference.tensors.casting import LIMITS, cast, fit, pack, stored
from reference.tensors.creation import asarray, astype
from reference.tensors.dtypes import (
    DTYPES,
    PARTS,
    WEAK,
    DType,
    bool_,
    can_cast,
    float32,
    float64,
    int8,
    int64,
    object_,
    result_type,
)
from reference.tensors.dtypes import dtype as dtype_named
from reference.tensors.layout import Shape, broadcast_steps, common_shape, contiguous_steps, offsets, size_of
from reference.tensors.tensor import Scalar, Tensor, empty_tensor, from_values, scalar

Rule = Callable[..., Any]
INTEGERS = tuple(d for d in DTYPES if d.kind in "iu")

OPERATIONS: dict[str, "Operation"] = {}
"""A tabela das operações elemento a elemento, pelo nome; dela sai a conferência com o NumPy."""


class Plan(NamedTuple):
    """O que se decide só pelos tipos dos operandos, antes de olhar um número.

    Attributes:
        kinds: Tipo a que os números de cada operando são convertidos.
        target: Tipo do resultado.
        fast: Função do Python que faz a conta.
        rule: Regra que responde onde a função se recusa.
    """

    kinds: tuple[DType, ...]
    target: DType
    fast: Rule
    rule: Rule

    # --8<-- [start:line]
    def line(self, *columns: Sequence[Any]) -> list[Any]:
        """A conta, para uma coluna de números por operando."""
        try:
            return list(map(self.fast, *columns))
        except (ArithmeticError, ValueError):
            return list(map(self.rule, *columns))
    # --8<-- [end:line]

    # --8<-- [start:at_once]
    def at_once(self, inputs: Sequence[Any], out: Any = None) -> Any:
        """A conta num punhado só, quando não há o que cortar; `None`, se houver.

        Não há quando os tensores são da mesma forma, curtos e guardados em ordem: a coluna de cada um é a sua memória,
        e a de um número é ele mesmo, repetido. Uma matriz fora de ordem (uma transposta) se lê linha a linha.
        """
        shape: Shape = ()
        columns: list[Any] = []
        for x, kind in zip(inputs, self.kinds):
            if not (here := x.shape if isinstance(x, Tensor) else ()):
                columns.append(repeat(number(x, kind)))
                continue
            shape, n = shape or here, size_of(here)
            if here != shape or not 0 < n <= HANDFUL:
                return None
            if x.steps == contiguous_steps(here):
                column: Any = x.storage[x.offset : x.offset + n]
            elif len(here) < 3:  # um vetor é uma matriz de uma linha
                (rows, length), (down, across) = (1, *here)[-2:], (0, *x.steps)[-2:]
                column = read_rows(x.storage, x.offset, rows, length, (down, across))
            else:
                return None
            columns.append(cast(column, x.dtype, kind))
        if out is not None:
            same = type(out) is Tensor and out.writeable and out.dtype is self.target and shape and out.shape == shape
            if not same or out.steps != contiguous_steps(shape):
                return None
            out.storage[out.offset : out.offset + n] = pack(self.line(*columns), self.target)
            return out
        if shape:
            return from_values(self.line(*columns), shape, self.target)
        return self.of_numbers([next(column) for column in columns])
    # --8<-- [end:at_once]

    def of_numbers(self, numbers: Sequence[Any]) -> Any:
        """A conta de um número só, sem laço."""
        try:
            z = self.fast(*numbers)
        except (ArithmeticError, ValueError):
            z = self.rule(*numbers)
        return z if self.target is object_ else Scalar(stored(z, self.target), self.target)


class Operation(Folding):
    r"""Operação elemento a elemento: uma regra de números e os tipos em que ela vale.

    Attributes:
        rule: A regra: números entram, um número sai. Vale para todo valor, com as respostas do IEEE 754.
        fast: Função do Python que dá o mesmo que a regra sempre que não levanta erro; poupa uma chamada por elemento.
        own: Regras próprias de alguns tipos; neles, o resultado é do tipo da conta.
        complexes: Regra própria dos números complexos.
        given: Regras próprias, em ponto flutuante, de um segundo operando que é um número só: $x^2$ é $x \cdot x$.
        kinds: Famílias de tipos em que a conta é feita.
        booleans: Se booleanos, não estando em `kinds`, sobem a `int8`.
        integers: Tipo a que os inteiros sobem, se a conta for em ponto flutuante e não depender do tamanho deles.
        result: Tipo do resultado, se não for o da conta.
        parts: Se o resultado de complexos é real, do tipo das partes deles.
        domain: Intervalo em que a função é definida; fora dele a resposta é `nan` ou infinito.
        numpy: Nome no NumPy.
    """

    def __init__(
        self,
        rule: Rule,
        kinds: str,
        fast: Rule | None,
        own: Mapping[DType, Rule],
        complexes: Rule | None,
        given: Mapping[float, Rule],
        booleans: bool,
        integers: DType | None,
        result: DType | None,
        parts: bool,
        domain: tuple[float, float],
        numpy: str | None,
    ) -> None:
        update_wrapper(self, rule)
        self.name, self.nin, self.nout = rule.__name__, rule.__code__.co_argcount, 1
        self.rule, self.fast, self.own, self.kinds = rule, fast or rule, own, kinds
        self.given, self.booleans, self.integers, self.result = given, booleans, integers, result
        self.complexes, self.parts = complexes, parts
        self.domain, self.numpy = domain, numpy or self.name
        self.plans: dict[tuple[Any, ...], Plan] = {}

    def __repr__(self) -> str:
        return f"<operação {self.name!r}>"

    def __reduce__(self) -> str:
        return self.name

    def compute_type(self, types: Sequence[Any], wanted: DType | None = None) -> DType:
        """Tipo em que se faz a conta: o da promoção dos operandos ou o primeiro acima dele em que a operação exista.

        Args:
            types: De cada operando, o `DType` ou, se for um número do Python, a classe dele.
            wanted: Tipo pedido por quem chama.

        Raises:
            TypeError: Se a operação não existir para essa família de tipos.
        """
        found = wanted or result_type(*(t if isinstance(t, DType) else t() for t in types))
        if found.kind in self.kinds:
            return found
        if wanted is None and found.kind == "b" and "i" in self.kinds and self.booleans:
            return int8
        if wanted is None and found.kind in "biu" and "i" not in self.kinds and "f" in self.kinds:
            small = all(t is bool or (isinstance(t, DType) and t.itemsize <= 2) for t in types if t is not int)
            return self.integers or (float32 if small and set(types) != {int} else float64)
        raise TypeError(f"{self.name}: não existe para elementos do tipo {found}")

    def plan(self, types: tuple[Any, ...], wanted: Any = None, casting: str = "same_kind") -> Plan:
        """Os tipos da conta e a regra que vale neles.

        Raises:
            TypeError: Se a operação não existir para esses tipos, ou se a conversão a `wanted` perder a família.
            ValueError: Se a regra `casting` não existir.
        """
        given = None if wanted is None else dtype_named(wanted)
        if given and self.result and given is not self.result:
            raise TypeError(f"{self.name}: o resultado é sempre {self.result}, e não {given}")
        kind = self.compute_type(types, None if self.result else given)
        for t in types if given or casting != "same_kind" else ():
            if not can_cast(dtype_named(t), kind, casting) and not (t is int and kind.kind in "iu"):
                raise TypeError(f"{self.name}: um operando {dtype_named(t)} não vira {kind} (casting={casting!r})")
        whole = all(t in (bool, int) or (t not in WEAK and t.kind in "biu") for t in types)
        kinds = [object_ if self.result and whole else kind] * self.nin  # perguntar sobre inteiros não pede conversão
        if kind is object_:
            fast = rule = self.own.get(kind, self.fast)  # entre objetos, o erro do Python é a resposta
        else:
            own = self.own.get(kind, self.complexes if kind.kind == "c" else None)
            fast, rule = (own, own) if own else (self.fast, self.rule)
        target = PARTS.get(kind, kind) if self.parts else self.result or kind
        return Plan(tuple(kinds), kind if kind in self.own else target, fast, rule)

    def planned(self, numbers: Sequence[Any], wanted: Any, casting: str) -> Plan:
        """O plano para estes operandos; sem tipo pedido, feito uma vez e guardado."""
        key = tuple([x.dtype.name if isinstance(x, Tensor) else type(x) for x in numbers])
        usual = wanted is None and casting == "same_kind"
        if usual and key in self.plans:
            return self.plans[key]
        plan = self.plan(tuple([x.dtype if isinstance(x, Tensor) else type(x) for x in numbers]), wanted, casting)
        if usual:
            self.plans[key] = plan
        return plan

    def knowing(self, plan: Plan, inputs: Sequence[Any]) -> Plan:
        """O plano, com a regra própria do segundo operando, se ele for um número só e tiver uma.

        Entre dois escalares vale a regra geral, como no NumPy.
        """
        if not self.given or plan.target.kind != "f" or all(type(x) is not Tensor for x in inputs):
            return plan
        y = inputs[1]
        value: Any = y if not isinstance(y, Tensor) else y.item() if y.size == 1 else None
        rule = self.given.get(value)
        return plan._replace(fast=rule, rule=rule) if rule else plan

    def __call__(
        self, *inputs: Any, out: Any = None, where: Any = True, dtype: Any = None, casting: str = "same_kind"
    ) -> Any:
        """Aplica a operação.

        Args:
            inputs: Tensores, ou o que `asarray` entende; suas formas têm de combinar.
            out: Tensor que recebe o resultado; sem ele, um novo.
            where: Máscara: só onde ela é verdadeira a conta é feita e o resultado é escrito.
            dtype: Tipo em que a conta é feita; sem ele, o da promoção dos operandos.
            casting: Que conversões são aceitas, para `dtype` e para `out`: `"safe"`, `"same_kind"` ou `"unsafe"`.

        Returns:
            O resultado, na forma comum dos operandos; se ela for `()`, um escalar.

        Raises:
            ValueError: Se as formas não combinarem.
            TypeError: Se a operação não existir para o tipo dos operandos.
            OverflowError: Se um inteiro do Python não couber no tipo da conta.
        """
        if where is True and dtype is None and casting == "same_kind":
            known = self.plans.get(tuple([x.dtype.name if isinstance(x, Tensor) else type(x) for x in inputs]))
            if known is not None and (z := self.knowing(known, inputs).at_once(inputs, out)) is not None:
                return z
        if len(inputs) == self.nin + 1 and out is None:
            *inputs, out = inputs  # type: ignore[assignment]
        if len(inputs) != self.nin:
            raise TypeError(f"{self.name}: recebe {self.nin} operando(s) e foram dados {len(inputs)}")
        numbers = [x if isinstance(x, Tensor) or type(x) in (bool, *WEAK) else asarray(x) for x in inputs]
        plan = self.knowing(self.planned(numbers, dtype, casting), numbers)
        operands = [x if isinstance(x, Tensor) else single(x, kind) for x, kind in zip(numbers, plan.kinds)]
        if dtype is not None:
            operands = [x if kind is object_ else astype(x, kind, copy=False) for x, kind in zip(operands, plan.kinds)]
        return self.run(plan, operands, out[0] if isinstance(out, tuple) else out, where, casting)

    def run(self, plan: Plan, operands: list[Tensor], out: Any, where: Any, casting: str) -> Any:
        """Faz a conta e guarda o resultado num tensor novo ou em `out`."""
        mask = None if where is True else as_mask(where)
        shape = common_shape(*(x.shape for x in operands), *(() if mask is None else (mask.shape,)))
        if out is not None:
            check_out(self.name, shape, plan.target, out, casting)
        in_place = out is not None and mask is None and out.dtype is plan.target
        in_place = in_place and not any(overlap(x, out) for x in operands)
        result = out if in_place else empty_tensor(shape, plan.target)
        if mask is None:
            over_lines(plan.line, operands, plan.kinds, result)
        else:
            over_lines(only_where(plan.line), [mask, *operands], [bool_, *plan.kinds], result)
        if out is None:
            return result if shape else scalar(result.storage[0], plan.target)
        if mask is not None:
            choose(mask, result, out, out)
        elif not in_place:
            assign(out, result)
        return out

    # --8<-- [start:at]
    def at(self, x: Tensor, index: Any, *values: Any) -> None:
        """`x[index] = x[index] ∘ value`, em que um índice repetido conta todas as vezes que aparece."""
        places = asarray(from_values(offsets(x.shape, x.steps, x.offset), x.shape, int64)[index])
        others = [asarray(value) for value in values]
        types = (x.dtype, *(y.dtype for y in others))
        plan = self.plan(types)
        walks = [y.view_as(places.shape, broadcast_steps(y.shape, y.steps, places.shape), y.offset) for y in others]
        for place, *numbers in zip(places.elements(), *(y.elements() for y in walks)):
            row = zip((x.storage[place], *numbers), types, plan.kinds)
            line = plan.line(*(cast([value], source, kind) for value, source, kind in row))
            x.storage[place] = pack(cast(line, plan.target, x.dtype), x.dtype)[0]
    # --8<-- [end:at]


def single(value: Any, kind: DType) -> Tensor:
    """Tensor sem eixos com um número do Python, conferindo se ele cabe em `kind`."""
    return from_values([fit(value, kind)], (), kind)


def number(x: Any, kind: DType) -> Any:
    """O número de um tensor sem eixos, ou o próprio número do Python, como se guarda no tipo `kind`."""
    if isinstance(x, Tensor):
        return x.item() if x.dtype.kind == kind.kind else cast([x.item()], x.dtype, kind)[0]
    low, high = LIMITS.get(kind.name, (0, 0))
    if kind is object_ or (type(x) is int and low < x < high):
        return x
    return fit(x, kind) if kind.name in LIMITS else stored(x, kind)


def elementwise(
    kinds: str = "biufcO",
    *,
    fast: Rule | None = None,
    own: Mapping[DType, Rule] | None = None,
    complexes: Rule | None = None,
    given: Mapping[float, Rule] | None = None,
    booleans: bool = True,
    integers: DType | None = None,
    result: DType | None = None,
    parts: bool = False,
    domain: tuple[float, float] = (float("-inf"), float("inf")),
    numpy: str | None = None,
) -> Callable[[Rule], Operation]:
    """Faz de uma regra de números uma operação sobre tensores, e a inscreve na tabela.

    Os argumentos são os atributos de mesmo nome de `Operation`. Um operando de família que não está em `kinds` sobe a
    escada até uma delas; `fast` tem de dar o mesmo que a regra sempre que não levanta erro.

    Examples:
        >>> @elementwise("f")
        ... def half(x):
        ...     return x / 2
        >>> half([1, 2, 3])
        array([0.5, 1. , 1.5])
        >>> _ = OPERATIONS.pop("half")
    """

    def decorate(rule: Rule) -> Operation:
        operation = Operation(
            rule, kinds, fast, own or {}, complexes, given or {}, booleans, integers, result, parts, domain, numpy
        )
        OPERATIONS[operation.name] = operation
        return operation

    return decorate
