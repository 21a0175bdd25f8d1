using NoiseRegGen.Generator.Infrastructure;

namespace NoiseRegGen.Generator.Planning;

/// <summary>
/// The map of the workspace in rows: one row is one number per example of a panel. Arrays by layer are indexed by l, so entry 0 is
/// the input's or unused; -1 stands for a buffer that the network does not need.
/// </summary>
/// <param name="H"><c>h_0 = x, h_1 .. h_L</c>, each of its layer's width.</param>
/// <param name="First"><c>sigma_l'(z_l)</c> of the layers that save derivatives.</param>
/// <param name="Second"><c>sigma_l''(z_l)</c> of the layers that save derivatives.</param>
/// <param name="Target">The targets, or the caller's output gradient.</param>
/// <param name="Live">1 for a lane that holds an example, 0 for an idle one.</param>
/// <param name="S"><c>s_l = ||h_{l-1}||^2 + 1</c>, one row each.</param>
/// <param name="Q"><c>q_l</c>, the squared norm of the l-th delta, one row each.</param>
/// <param name="Penalty"><c>P</c>, one row.</param>
/// <param name="Even">The derivatives with respect to z_l and h_l of even l, in place.</param>
/// <param name="Odd">The same for odd l: a layer's derivative is made from the next one's.</param>
/// <param name="Groups">The activations of one layer, rearranged for the weight gradient: lanes over inputs.</param>
/// <param name="Strip">The rows of E that one tile of a large weight gradient reads, contiguous; -1 if no gradient is large.</param>
/// <param name="Xi">The unit normals of the local reparameterisation, one buffer a layer.</param>
/// <param name="Mean">The mean of the antithetic outputs.</param>
/// <param name="Seed">The seed row of the penalty: <c>sigma_L'</c> of the output in turn, 0 in idle lanes.</param>
/// <param name="TopRows">One row each for an output in turn: gamma, its h or sigma', its sigma'', its curvature term.</param>
/// <param name="A"><c>a_l = d yhat_k / d h_l</c>, l &lt; L; with several outputs l = L too, for the pairs of few examples.</param>
/// <param name="Delta"><c>delta_l = d yhat_k / d z_l</c>, l &lt; L; that of an identity layer is a_l.</param>
/// <param name="Alpha"><c>gamma_l</c>, then in its place <c>alpha_l</c>, l &lt; L.</param>
/// <param name="C"><c>c_l</c>, the penalty's own derivative with respect to <c>z_l</c>, for curved layers; with one output in place of a_l.</param>
/// <param name="Repeated">Inputs and targets, row-major, each repeated for every output; -1 with one output.</param>
/// <param name="Third"><c>sigma_l'''(z_l)</c> of the layers that save derivatives.</param>
/// <param name="Lambda">The Laplacians <c>Lap z_l</c>, then <c>Lap h_l</c>, by the parity of l.</param>
/// <param name="Gram">The diagonal of the Gram matrix <c>G_l</c>, for curved layers.</param>
/// <param name="GramGradient">The corrected objective's derivative with respect to that diagonal.</param>
/// <param name="Kappa"><c>(eta / batch) (yhat_k + (eta/2) T_k - y_k)</c>: the weight of each output's Laplacian.</param>
/// <param name="Signs">The random signs of a probe.</param>
/// <param name="Tangent"><c>t_l</c>: how z_l answers to one unit's noise, or to a probe's.</param>
/// <param name="TangentEven">The derivatives with respect to t_l of even l.</param>
/// <param name="TangentOdd">The same for odd l.</param>
/// <param name="Sloped">One layer's numbers times its slopes: <c>sigma_l' o t_l</c>, or <c>s_l sigma_l'^2</c>.</param>
/// <param name="Feedback">What one layer's slopes get back, of its width.</param>
/// <param name="Unit">One row each for the unit in turn: its slope, and what it gets back.</param>
/// <param name="Rows">All rows.</param>
/// <param name="Columns">
/// Behind the rows, in numbers: where the packed columns of large <c>W_l</c> begin, l &gt; 1; it grows with the weights, not with the panel.
/// </param>
/// <param name="ColumnsLength">The numbers that all packed columns take.</param>
internal sealed record WorkspacePlan(
    EquatableArray<int> H,
    EquatableArray<int> First,
    EquatableArray<int> Second,
    int Target,
    int Live,
    EquatableArray<int> S,
    EquatableArray<int> Q,
    int Penalty,
    int Even,
    int Odd,
    int Groups,
    int Strip,
    EquatableArray<int> Xi,
    int Mean,
    int Seed,
    int TopRows,
    EquatableArray<int> A,
    EquatableArray<int> Delta,
    EquatableArray<int> Alpha,
    EquatableArray<int> C,
    int Repeated,
    EquatableArray<int> Third,
    EquatableArray<int> Lambda,
    EquatableArray<int> Gram,
    EquatableArray<int> GramGradient,
    int Kappa,
    EquatableArray<int> Signs,
    EquatableArray<int> Tangent,
    int TangentEven,
    int TangentOdd,
    int Sloped,
    int Feedback,
    int Unit,
    int Rows,
    EquatableArray<int> Columns,
    int ColumnsLength);
