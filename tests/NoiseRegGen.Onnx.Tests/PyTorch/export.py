"""Writes the ONNX files beside this script, with what PyTorch itself computes from them (expected.json).

Debian 12: apt-get install --no-install-recommends python3-torch python3-onnx; /usr/bin/python3 export.py
The files that are committed were made by PyTorch 1.13 (Debian's 1.13.1+dfsg-4), the TorchScript exporter.
"""
import json
import os

import torch
from torch import nn

FOLDER = os.path.dirname(os.path.abspath(__file__))
SIZES = (3, 5, 4, 2)
ACTIVATIONS = {
    "Identity": nn.Identity, "Relu": nn.ReLU, "LeakyRelu": nn.LeakyReLU, "Elu": nn.ELU, "Tanh": nn.Tanh, "Sigmoid": nn.Sigmoid,
    "Softplus": nn.Softplus, "Softsign": nn.Softsign, "Silu": nn.SiLU, "Gelu": nn.GELU, "Sin": None,
}


class Sin(nn.Module):
    def forward(self, z):
        return torch.sin(z)


ACTIVATIONS["Sin"] = Sin


class Dense(nn.Module):
    """The layer written out: MatMul and Add, as old code and other frameworks have it."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.kernel = nn.Parameter(torch.randn(inputs, outputs) / inputs ** 0.5)
        self.offset = nn.Parameter(torch.randn(outputs))

    def forward(self, h):
        return h @ self.kernel + self.offset


class Named(nn.Module):
    """Layers as attributes, with functional activations, as tutorials write them."""

    def __init__(self):
        super().__init__()
        self.hidden, self.middle, self.head = (nn.Linear(SIZES[i], SIZES[i + 1]) for i in range(3))
        self.dropout = nn.Dropout(0.5)

    def forward(self, x):
        x = nn.functional.relu(self.hidden(x.flatten(1)))
        return self.head(self.dropout(torch.tanh(self.middle(x))))


def sequential(activation, bias=True, output=None):
    layers = []
    for i in range(3):
        layers.append(nn.Linear(SIZES[i], SIZES[i + 1], bias=bias))
        if i < 2:
            layers.append(ACTIVATIONS[activation]())
        elif output:
            layers.append(ACTIVATIONS[output]())
    return nn.Sequential(*layers)


def parameters(model):
    """The flat vector W1 (out x in), b1, W2, ...: this library's order."""
    flat = []
    for module in model.modules():
        if isinstance(module, nn.Linear):
            flat.append(module.weight.detach().reshape(-1))
            flat.append((module.bias if module.bias is not None else torch.zeros(module.out_features)).detach().reshape(-1))
        elif isinstance(module, Dense):
            flat.append(module.kernel.detach().t().reshape(-1))
            flat.append(module.offset.detach().reshape(-1))
    return torch.cat([part.double() for part in flat])


cases = []


def export(name, model, activations, opset=13, rows=None, double=False, **options):
    torch.manual_seed(len(cases) + 1)
    for parameter in model.parameters():
        nn.init.normal_(parameter, std=0.7)
    model = (model.double() if double else model.float()).eval()
    x = torch.randn(*(rows or (7,)), SIZES[0], dtype=torch.float64 if double else torch.float32)
    axes = None if rows else {"x": {0: "batch"}, "y": {0: "batch"}}
    torch.onnx.export(model, x, os.path.join(FOLDER, name + ".onnx"), opset_version=opset, input_names=["x"], output_names=["y"],
                      dynamic_axes=axes, **options)
    y = model.double()(x.double())
    cases.append({
        "name": name, "double": double, "activations": activations, "parameters": parameters(model).tolist(),
        "x": x.double().reshape(-1).tolist(), "y": y.detach().reshape(-1).tolist(),
    })


for activation in ACTIVATIONS:
    export(f"sequential-{activation.lower()}", sequential(activation, output=activation), [activation] * 3, opset=17)
export("double-gelu", sequential("Gelu"), ["Gelu", "Gelu", "Identity"], double=True)
export("opset-9", sequential("Silu"), ["Silu", "Silu", "Identity"], opset=9)
export("opset-11-unfolded", sequential("Gelu"), ["Gelu", "Gelu", "Identity"], opset=11, do_constant_folding=False)
export("three-axes", sequential("Tanh"), ["Tanh", "Tanh", "Identity"], rows=(2, 4))
export("three-axes-unfolded", sequential("Tanh"), ["Tanh", "Tanh", "Identity"], rows=(2, 4), do_constant_folding=False)
export("without-bias", sequential("Elu", bias=False), ["Elu", "Elu", "Identity"])
export("named-flatten-dropout", Named(), ["Relu", "Tanh", "Identity"])
export("named-training", Named(), ["Relu", "Tanh", "Identity"], training=torch.onnx.TrainingMode.PRESERVE)
export("dense", nn.Sequential(Dense(3, 5), Sin(), Dense(5, 4), nn.Softsign(), Dense(4, 2)), ["Sin", "Softsign", "Identity"])
export("initializers-as-inputs", sequential("Relu"), ["Relu", "Relu", "Identity"], keep_initializers_as_inputs=True)

with open(os.path.join(FOLDER, "expected.json"), "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
