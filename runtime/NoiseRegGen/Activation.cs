namespace NoiseRegGen;

/// <summary>The elementwise function <c>sigma</c> that ends a layer: <c>h = sigma(z)</c>.</summary>
public enum Activation
{
    /// <summary><c>h = z</c>.</summary>
    Identity,

    /// <summary><c>h = max(z, 0)</c>; by convention <c>sigma'(0) = 0</c> and <c>sigma'' = 0</c> everywhere.</summary>
    Relu,

    /// <summary><c>h = z</c> for <c>z &gt; 0</c>, else <c>0.01 z</c>; <c>sigma'(0) = 0.01</c>, <c>sigma'' = 0</c> everywhere.</summary>
    LeakyRelu,

    /// <summary><c>h = z</c> for <c>z &gt; 0</c>, else <c>e^z - 1</c> (alpha = 1).</summary>
    Elu,

    /// <summary><c>h = tanh z</c>.</summary>
    Tanh,

    /// <summary><c>h = 1 / (1 + e^-z)</c>.</summary>
    Sigmoid,

    /// <summary><c>h = log(1 + e^z)</c>.</summary>
    Softplus,

    /// <summary><c>h = z / (1 + |z|)</c>.</summary>
    Softsign,

    /// <summary><c>h = z / (1 + e^-z)</c>.</summary>
    Silu,

    /// <summary><c>h = z Phi(z)</c> with the normal distribution function <c>Phi</c> (the erf form, not the tanh approximation).</summary>
    Gelu,

    /// <summary><c>h = sin z</c>.</summary>
    Sin,
}
