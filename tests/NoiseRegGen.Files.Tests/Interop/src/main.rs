//! Writes and reads files with the safetensors format's own implementation.
//!
//! `reference write FOLDER` writes the files that this library must load; `reference read FILE` prints what is in a file.

use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use std::collections::HashMap;
use std::fs;

/// Parameter i of the test networks: an exact fraction, and a value whose last bits matter.
fn single(i: usize) -> f32 {
    if i % 5 == 4 { 1.0 / (i as f32 + 1.0) } else { ((i * 37 % 101) as f32 - 50.0) / 64.0 }
}

fn double(i: usize) -> f64 {
    if i % 5 == 4 { 1.0 / (i as f64 + 1.0) } else { ((i * 37 % 101) as f64 - 50.0) / 64.0 }
}

/// Layers 3-4-2, numbered through in the order W1, b1, W2, b2.
const LAYERS: [(&str, &[usize]); 4] = [("0.weight", &[4, 3]), ("0.bias", &[4]), ("1.weight", &[2, 4]), ("1.bias", &[2])];

fn write(path: String, dtype: Dtype, rename: fn(&str) -> String) {
    let mut next = 0;
    let mut buffers: Vec<(String, Vec<usize>, Vec<u8>)> = vec![];
    for (name, shape) in LAYERS {
        let mut bytes = vec![];
        for _ in 0..shape.iter().product() {
            match dtype {
                Dtype::F32 => bytes.extend(single(next).to_le_bytes()),
                _ => bytes.extend(double(next).to_le_bytes()),
            }
            next += 1;
        }
        buffers.push((rename(name), shape.to_vec(), bytes));
    }
    let views = buffers.iter().map(|(name, shape, bytes)| (name.clone(), TensorView::new(dtype, shape.clone(), bytes).unwrap()));
    let metadata = Some(HashMap::from([("format".to_string(), "pt".to_string())]));
    fs::write(path, safetensors::serialize(views, &metadata).unwrap()).unwrap();
}

fn read(path: String) {
    let bytes = fs::read(path).unwrap();
    let (_, metadata) = SafeTensors::read_metadata(&bytes).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let mut entries: Vec<_> = metadata.metadata().clone().unwrap_or_default().into_iter().collect();
    entries.sort();
    for (key, text) in entries {
        println!("{key} = {text}");
    }
    let mut tensors = file.tensors();
    tensors.sort_by(|a, b| a.0.cmp(&b.0));
    for (name, view) in tensors {
        let hex: String = view.data().iter().map(|b| format!("{b:02x}")).collect();
        println!("{name} {:?} {:?} {hex}", view.dtype(), view.shape());
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments[1] == "read" {
        read(arguments[2].clone());
        return;
    }
    let folder = &arguments[2];
    write(format!("{folder}/reference-f32.safetensors"), Dtype::F32, |name| format!("layers.{name}"));
    write(format!("{folder}/reference-f64.safetensors"), Dtype::F64, |name| format!("layers.{name}"));
    // As torch names an nn.Sequential of Linear, Tanh, Linear in a field 'net'.
    write(format!("{folder}/reference-sequential.safetensors"), Dtype::F32, |name| format!("net.{}", name.replace('1', "2")));
}
