"""The encoder's graph with products of plain numbers, for programs that multiply those faster.

In the file that ships each product of states and weights is one of 8-bit integers: the states are
rounded on the way, and what comes out is scaled back. OpenVINO has no fast way of doing that; with
the same weights as plain numbers it multiplies in bfloat16 where the processor can.
"""

from typing import Any, Final

import numpy as np

_STATES: Final = ("Subtract", "Convert", "Convert", "Clamp", "Add", "Round", "Divide", "Multiply")
"""From a product's first factor back to the states before they are rounded."""
_BY_WIDTH: Final = (("Multiply", 1), ("Sqrt", 0), ("Divide", 1), ("Sqrt", 0), ("Convert", 0))
"""From what an attention's factor is multiplied with back to the width, by input."""


def plain(model: Any) -> int:
    """Put plain products into an OpenVINO model in place of those of 8-bit integers.

    Args:
        model: an ``openvino.Model`` read from a file that ``training.export`` made.

    Returns:
        How many were put in; products of another form are left as they are.
    """
    from openvino import opset13  # noqa: PLC0415 - an extra

    found = [node for node in model.get_ordered_ops() if node.get_type_name() == "MatMul"]
    count = 0
    for node in found:
        states, scaled = _before(node), _scaled(node)
        weights = _weights(node, scaled) if states and scaled else None
        if states is not None and scaled is not None and weights is not None:
            product = opset13.matmul(states, opset13.constant(weights), False, False)
            for reader in scaled.output(0).get_target_inputs():
                reader.replace_source_output(product.output(0))
            count += 1
    model.validate_nodes_and_infer_types()
    return count


def scaled_once(model: Any) -> int:
    """Scale the products of attention on one side, by a number.

    In the file both factors are multiplied by the fourth root of a head's width (Vaswani et al.
    2017, scaled dot-product attention), which is found anew each time.

    Args:
        model: an ``openvino.Model`` read from a file that ``training.export`` made.

    Returns:
        In how many products; those of another form are left as they are.
    """
    from openvino import opset13  # noqa: PLC0415 - an extra

    count = 0
    for node in model.get_ordered_ops():
        scales = [node.input_value(side).get_node() for side in range(node.get_input_size())]
        if node.get_type_name() != "MatMul" or not all(map(_by_width, scales)):
            continue
        width = scales[0].input_value(0).get_partial_shape()[-1]
        if width.is_dynamic:
            continue
        once = opset13.multiply(
            scales[0].input_value(0), opset13.constant(np.float32(width.get_length() ** -0.5))
        )
        node.input(0).replace_source_output(once.output(0))
        node.input(1).replace_source_output(scales[1].input_value(0))
        count += 1
    model.validate_nodes_and_infer_types()
    return count


def _by_width(node: Any) -> bool:
    """Tell whether a node multiplies by the root of one over the root of a width."""
    at = node
    for kind, side in _BY_WIDTH:
        if at.get_type_name() != kind:
            return False
        at = at.input_value(side).get_node()
    return True


def _before(node: Any) -> Any | None:
    """Return the states that a product rounds, None where it rounds none."""
    at = node.input_value(0)
    for kind in _STATES:
        if at.get_node().get_type_name() != kind:
            return None
        at = at.get_node().input_value(0)
    return at


def _scaled(node: Any) -> Any | None:
    """Return the node that scales a product back, None where none does."""
    return _reader(_reader(node, "Convert"), "Multiply")


def _reader(node: Any | None, kind: str) -> Any | None:
    readers = list(node.output(0).get_target_inputs()) if node is not None else []
    found = [one.get_node() for one in readers if one.get_node().get_type_name() == kind]
    return found[0] if len(found) == len(readers) == 1 else None


def _weights(node: Any, scaled: Any) -> Any | None:
    """Return a product's weights as plain numbers, None where they are no constants."""
    rounded = node.input_value(1).get_node()
    if rounded.get_type_name() != "Subtract":
        return None
    whole, zero = (_constant(rounded, side) for side in (0, 1))
    scale = next((one for side in (0, 1) if (one := _scale(scaled, side)) is not None), None)
    if whole is None or zero is None or scale is None:
        return None
    return ((whole.astype(np.float32) - zero.astype(np.float32)) * scale).astype(np.float32)


def _constant(node: Any, side: int) -> Any | None:
    given = node.input_value(side).get_node()
    while given.get_type_name() == "Convert":
        given = given.input_value(0).get_node()
    return given.get_data() if given.get_type_name() == "Constant" else None


def _scale(scaled: Any, side: int) -> Any | None:
    """Return the weights' own scale, which is multiplied with that of the states."""
    given = scaled.input_value(side).get_node()
    if given.get_type_name() != "Multiply":
        return None
    return next((one for side in (0, 1) if (one := _constant(given, side)) is not None), None)
