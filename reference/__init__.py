"""Laço a Laço: redes neurais em Python puro.

`import reference as np` oferece os nomes do NumPy e do padrão Array API; atrás de cada um há um laço que se pode ler.
"""

from math import e, inf, nan, pi

from reference import linalg, random, testing
from reference.operations.angles import acos, asin, atan, atan2, cos, degrees, hypot, radians, sin, tan
from reference.operations.arranging import flip, fliplr, flipud, pad, repeat, roll, rot90, tile
from reference.operations.broadcasting import add_matrix_and_vector, broadcast_arrays, broadcast_to, unbroadcast
from reference.operations.comparison import (
    allclose,
    array_equal,
    array_equiv,
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
)
from reference.operations.contraction import cross, inner, kron, outer, tensordot, vecdot
from reference.operations.counting import bincount, digitize, histogram
from reference.operations.curves import gradient, interp, trapezoid, vander
from reference.operations.diagonals import (
    diag,
    diagflat,
    diagonal,
    fill_diagonal,
    trace,
    tri,
    tril,
    tril_indices,
    triu,
    triu_indices,
)
from reference.operations.dot import dot, matmul, matrix_dot, matrix_vector_dot, vector_dot
from reference.operations.einsum import einsum
from reference.operations.elementwise import (
    abs,
    add,
    conj,
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
from reference.operations.families import (
    angle,
    complexfloating,
    floating,
    generic,
    imag,
    inexact,
    integer,
    iscomplex,
    iscomplexobj,
    isdtype,
    isreal,
    isrealobj,
    isscalar,
    issubdtype,
    iterable,
    may_share_memory,
    min_scalar_type,
    ndim,
    number,
    promote_types,
    real,
    shape,
    shares_memory,
    signedinteger,
    size,
    unsignedinteger,
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
from reference.operations.grids import c_, indices, ix_, meshgrid, mgrid, ogrid, r_, ravel_multi_index
from reference.operations.inspection import array_namespace_info as __array_namespace_info__
from reference.operations.joining import concat, stack
from reference.operations.linewise import (
    apply_along_axis,
    convolve,
    correlate,
    cumprod,
    cumsum,
    cumulative_prod,
    cumulative_sum,
    diff,
)
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
from reference.operations.missing import (
    nan_to_num,
    nanargmax,
    nanargmin,
    nancumprod,
    nancumsum,
    nanmax,
    nanmean,
    nanmin,
    nanprod,
    nanstd,
    nansum,
    nanvar,
)
from reference.operations.quantiles import average, corrcoef, cov, median, percentile, ptp, quantile
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
from reference.operations.rules import fromfunction, frompyfunc, piecewise, select, vectorize
from reference.operations.searching import argmax, argmin
from reference.operations.selecting import (
    argwhere,
    compress,
    count_nonzero,
    extract,
    flatnonzero,
    nonzero,
    put,
    put_along_axis,
    take,
    take_along_axis,
    unravel_index,
    where,
)
from reference.operations.sets import intersect1d, isin, setdiff1d, setxor1d, union1d
from reference.operations.sorting import (
    argsort,
    lexsort,
    searchsorted,
    sort,
    unique,
    unique_all,
    unique_counts,
    unique_inverse,
    unique_values,
)
from reference.operations.splitting import array_split, dsplit, hsplit, split, unstack, vsplit
from reference.operations.stacking import (
    append,
    atleast_1d,
    atleast_2d,
    atleast_3d,
    column_stack,
    delete,
    dstack,
    hstack,
    insert,
    vstack,
)
from reference.operations.statistics import mean, std, var
from reference.operations.walking import ndenumerate, ndindex, nditer
from reference.operations.warning import errstate, geterr, seterr
from reference.tensors.absent import __getattr__ as __getattr__
from reference.tensors.columns import get_printoptions, printoptions, set_printoptions
from reference.tensors.complexes import ComplexWarning
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
    complex64,
    complex128,
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
from reference.tensors.files import load, save, savez, savez_compressed
from reference.tensors.indexing import newaxis
from reference.tensors.layout import broadcast_shapes
from reference.tensors.limits import finfo, iinfo
from reference.tensors.numerals import format_float_positional, format_float_scientific
from reference.tensors.printing import array2string, array_repr, array_str
from reference.tensors.ranges import arange, geomspace, linspace, logspace
from reference.tensors.sources import ascontiguousarray, copyto, from_dlpack, frombuffer, fromfile, fromiter
from reference.tensors.tensor import Tensor
from reference.tensors.texts import loadtxt, savetxt

__version__ = "0.1.0"
__array_api_version__ = "2025.12"

ndarray = Tensor
bool = bool_
absolute, power, true_divide, mod, invert = abs, pow, divide, remainder, bitwise_invert
bitwise_not, left_shift, right_shift = bitwise_invert, bitwise_left_shift, bitwise_right_shift
arcsin, arccos, arctan, arctan2 = asin, acos, atan, atan2
arcsinh, arccosh, arctanh = asinh, acosh, atanh
deg2rad, rad2deg, conjugate = radians, degrees, conj
amax, amin, concatenate, row_stack, around, asanyarray = max, min, concat, vstack, round, asarray
double, single, cdouble, csingle = float64, float32, complex128, complex64
int_, intp, long, longlong, intc, short, byte = int64, int64, int64, int64, int32, int16, int8
uint, uintp, ulong, ulonglong, uintc, ushort, ubyte = uint64, uint64, uint64, uint64, uint32, uint16, uint8
euler_gamma = 0.5772156649015329

# fmt: off
__all__ = [
    "AxisError", "ComplexWarning", "Tensor", "__array_api_version__", "__array_namespace_info__", "abs", "absolute",
    "acos", "acosh", "add", "add_matrix_and_vector", "all", "allclose",
    "amax", "amin", "angle", "any", "append", "apply_along_axis", "arange", "arccos", "arccosh", "arcsin", "arcsinh",
    "arctan",
    "arctan2", "arctanh", "argmax", "argmin", "argsort", "argwhere", "around", "array", "array2string", "array_equal",
    "array_equiv", "array_repr", "array_split", "array_str", "asanyarray", "asarray", "ascontiguousarray", "asin",
    "asinh", "astype", "atan", "atan2", "atanh", "atleast_1d", "atleast_2d", "atleast_3d", "average", "bincount",
    "bitwise_and", "bitwise_invert", "bitwise_left_shift", "bitwise_not", "bitwise_or", "bitwise_right_shift",
    "bitwise_xor", "bool", "bool_", "broadcast_arrays", "broadcast_shapes", "broadcast_to", "byte", "c_", "can_cast",
    "cbrt", "cdouble", "ceil", "clip", "column_stack", "complex64", "complex128", "complexfloating", "compress",
    "concat", "concatenate", "conj", "conjugate",
    "convolve", "copy", "copy_flat", "copysign", "copyto", "corrcoef", "correlate", "cos", "cosh", "count_nonzero",
    "cov", "cross", "csingle", "cumprod", "cumsum", "cumulative_prod", "cumulative_sum", "deg2rad", "degrees", "delete",
    "diag",
    "diagflat", "diagonal", "diff", "digitize", "divide", "divmod", "dot", "double", "dsplit", "dstack", "dtype", "e",
    "einsum", "empty", "empty_like", "equal", "errstate", "euler_gamma", "exp", "exp2", "expand_dims", "expm1",
    "extract", "eye", "fill_diagonal", "finfo", "flatnonzero", "flip", "fliplr", "flipud", "float32", "float64",
    "floating", "floor", "floor_divide", "fmod", "format_float_positional", "format_float_scientific", "from_dlpack",
    "frombuffer", "fromfile", "fromfunction", "fromiter", "frompyfunc", "full", "full_like", "generic", "geomspace",
    "get_printoptions", "geterr", "gradient", "greater", "greater_equal", "histogram", "hsplit", "hstack", "hypot",
    "identity", "iinfo", "imag", "indices", "inexact", "inf", "inner", "insert", "int8", "int16", "int32", "int64",
    "int_", "intc", "integer", "interp", "intersect1d", "intp", "invert", "isclose", "iscomplex", "iscomplexobj",
    "isdtype",
    "isfinite", "isin", "isinf", "isnan", "isreal", "isrealobj", "isscalar", "issubdtype", "iterable", "ix_", "kron",
    "left_shift", "less", "less_equal", "lexsort", "linalg", "linspace", "load", "loadtxt", "log", "log1p", "log2",
    "log10", "logaddexp", "logical_and", "logical_not", "logical_or", "logical_xor", "logspace", "long", "longlong",
    "matmul", "matrix_dot", "matrix_transpose", "matrix_vector_dot", "max", "maximum", "may_share_memory", "mean",
    "median", "meshgrid", "mgrid", "min", "min_scalar_type", "minimum", "mod", "moveaxis", "multiply", "naive_add",
    "naive_relu", "nan", "nan_to_num", "nanargmax", "nanargmin", "nancumprod", "nancumsum", "nanmax", "nanmean",
    "nanmin", "nanprod", "nanstd", "nansum", "nanvar", "ndarray", "ndenumerate", "ndim", "ndindex", "nditer",
    "negative", "newaxis", "nextafter", "nonzero", "not_equal", "number", "object_", "ogrid", "ones", "ones_like",
    "outer", "pad", "percentile", "permute_dims", "pi", "piecewise", "positive", "pow", "power", "printoptions", "prod",
    "promote_types", "ptp", "put", "put_along_axis", "quantile", "r_", "rad2deg", "radians", "random", "ravel",
    "ravel_multi_index", "real", "reciprocal", "remainder", "repeat", "reshape", "result_type", "right_shift", "rint",
    "roll", "rot90", "round", "row_stack", "save", "savetxt", "savez", "savez_compressed", "searchsorted", "select",
    "set_printoptions", "setdiff1d", "seterr", "setxor1d", "shape", "shares_memory", "short", "sign", "signbit",
    "signedinteger", "sin", "single", "sinh", "size", "sort", "split", "sqrt", "square", "squeeze", "stack", "std",
    "subtract", "sum", "swapaxes", "take", "take_along_axis", "tan", "tanh", "tensordot", "testing", "tile", "trace",
    "transpose", "trapezoid", "tri", "tril", "tril_indices", "triu", "triu_indices", "true_divide", "trunc", "ubyte",
    "uint", "uint8", "uint16", "uint32", "uint64", "uintc", "uintp", "ulong", "ulonglong", "unbroadcast", "union1d",
    "unique", "unique_all", "unique_counts", "unique_inverse", "unique_values", "unravel_index", "unsignedinteger",
    "unstack", "ushort", "vander", "var", "vecdot", "vector_dot", "vectorize", "vsplit", "vstack", "where", "zeros",
    "zeros_like",
]
