"""Laço a Laço: redes neurais em Python puro.

`import reference as np` oferece os nomes do NumPy e do padrão Array API; atrás de cada um há um laço que se pode ler.
"""

from math import e, inf, nan, pi

from reference import random
from reference.operations.angles import acos, asin, atan, atan2, cos, hypot, sin, tan
from reference.operations.broadcasting import add_matrix_and_vector, broadcast_arrays, broadcast_to, unbroadcast
from reference.operations.comparison import (
    allclose,
    array_equal,
    clip,
    equal,
    greater,
    greater_equal,
    isclose,
    isfinite,
    isinf,
    isnan,
    less,
    less_equal,
    not_equal,
    signbit,
    where,
)
from reference.operations.contraction import inner, outer, tensordot, vecdot
from reference.operations.dot import dot, matmul, matrix_dot, matrix_vector_dot, vector_dot
from reference.operations.elementwise import (
    abs,
    add,
    divide,
    divmod,
    floor_divide,
    fmod,
    maximum,
    minimum,
    multiply,
    naive_add,
    naive_relu,
    negative,
    positive,
    pow,
    reciprocal,
    remainder,
    sign,
    square,
    subtract,
)
from reference.operations.functions import (
    acosh,
    asinh,
    atanh,
    cbrt,
    cosh,
    exp,
    exp2,
    expm1,
    log,
    log1p,
    log2,
    log10,
    logaddexp,
    sinh,
    sqrt,
    tanh,
)
from reference.operations.joining import concat, stack
from reference.operations.logic import (
    bitwise_and,
    bitwise_invert,
    bitwise_left_shift,
    bitwise_or,
    bitwise_right_shift,
    bitwise_xor,
    logical_and,
    logical_not,
    logical_or,
    logical_xor,
)
from reference.operations.reductions import AxisError, all, any, max, min, prod, sum
from reference.operations.reshaping import (
    copy_flat,
    expand_dims,
    matrix_transpose,
    moveaxis,
    permute_dims,
    ravel,
    reshape,
    squeeze,
    swapaxes,
    transpose,
)
from reference.operations.rounding import ceil, copysign, floor, nextafter, rint, round, trunc
from reference.operations.searching import argmax, argmin
from reference.operations.statistics import mean, std, var
from reference.tensors.columns import get_printoptions, printoptions, set_printoptions
from reference.tensors.creation import (
    array,
    asarray,
    astype,
    copy,
    empty,
    empty_like,
    eye,
    full,
    full_like,
    identity,
    ones,
    ones_like,
    zeros,
    zeros_like,
)
from reference.tensors.dtypes import (
    bool_,
    can_cast,
    dtype,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    object_,
    result_type,
    uint8,
    uint16,
    uint32,
    uint64,
)
from reference.tensors.indexing import newaxis
from reference.tensors.layout import broadcast_shapes
from reference.tensors.numerals import format_float_positional, format_float_scientific
from reference.tensors.printing import array2string, array_repr, array_str
from reference.tensors.ranges import arange, linspace
from reference.tensors.tensor import Tensor

__version__ = "0.1.0"

ndarray = Tensor
bool = bool_
absolute, power, true_divide, mod, invert = abs, pow, divide, remainder, bitwise_invert
bitwise_not, left_shift, right_shift = bitwise_invert, bitwise_left_shift, bitwise_right_shift
arcsin, arccos, arctan, arctan2 = asin, acos, atan, atan2
arcsinh, arccosh, arctanh = asinh, acosh, atanh
amax, amin, concatenate = max, min, concat

# fmt: off
__all__ = [
    "AxisError", "Tensor", "abs", "absolute", "acos", "acosh", "add", "add_matrix_and_vector", "all", "allclose",
    "amax", "amin", "any", "arange", "arccos", "arccosh", "arcsin", "arcsinh", "arctan", "arctan2", "arctanh", "argmax",
    "argmin", "array", "array2string", "array_equal", "array_repr", "array_str", "asarray", "asin", "asinh", "astype",
    "atan", "atan2", "atanh", "bitwise_and", "bitwise_invert", "bitwise_left_shift", "bitwise_not", "bitwise_or",
    "bitwise_right_shift", "bitwise_xor", "bool", "bool_", "broadcast_arrays", "broadcast_shapes", "broadcast_to",
    "can_cast", "cbrt", "ceil", "clip", "concat", "concatenate", "copy", "copy_flat", "copysign", "cos", "cosh",
    "divide", "divmod", "dot", "dtype", "e", "empty", "empty_like", "equal", "exp", "exp2", "expand_dims", "expm1",
    "eye", "float32", "float64", "floor", "floor_divide", "fmod", "format_float_positional", "format_float_scientific",
    "full", "full_like", "get_printoptions", "greater", "greater_equal", "hypot", "identity", "inf", "inner", "int8",
    "int16", "int32", "int64", "invert", "isclose", "isfinite", "isinf", "isnan", "left_shift", "less", "less_equal",
    "linspace", "log", "log1p", "log2", "log10", "logaddexp", "logical_and", "logical_not", "logical_or", "logical_xor",
    "matmul", "matrix_dot", "matrix_transpose", "matrix_vector_dot", "max", "maximum", "mean", "min", "minimum", "mod",
    "moveaxis", "multiply", "naive_add", "naive_relu", "nan", "ndarray", "negative", "newaxis", "nextafter",
    "not_equal", "object_", "ones", "ones_like", "outer", "permute_dims", "pi", "positive", "pow", "power",
    "printoptions", "prod", "random", "ravel", "reciprocal", "remainder", "reshape", "result_type", "right_shift",
    "rint", "round", "set_printoptions", "sign", "signbit", "sin", "sinh", "sqrt", "square", "squeeze", "stack", "std",
    "subtract", "sum", "swapaxes", "tan", "tanh", "tensordot", "transpose", "true_divide", "trunc", "uint8", "uint16",
    "uint32", "uint64", "unbroadcast", "var", "vecdot", "vector_dot", "where", "zeros", "zeros_like",
]
