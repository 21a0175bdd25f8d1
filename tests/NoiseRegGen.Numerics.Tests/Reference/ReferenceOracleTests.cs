using NoiseRegGen.Numerics.Tests.Oracle;
using Xunit;

namespace NoiseRegGen.Numerics.Tests.Reference;

/// <summary>The truth itself is tested: the reference against another system's automatic differentiation.</summary>
public class ReferenceOracleTests
{
    // Both sides are double precision on networks of at most 433 parameters: some 1000 roundings of 1e-16 each, times a
    // condition of at most 100.
    private const double Tolerance = 1e-11;

    public static TheoryData<string> Cases => new(OracleCases.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_reference_agrees_with_the_oracle(string name)
    {
        OracleCase oracle = OracleCases.Load(name);
        var reference = new ReferenceNetwork<Exact>(oracle.Shape, oracle.Parameters);

        Close.Relatively(Tolerance, oracle.Output, reference.Forward(oracle.X), "output");
        Close.Relatively(Tolerance, oracle.Loss, reference.Loss(oracle.X, oracle.Target), "loss");
        Close.Relatively(Tolerance, oracle.Gradient, reference.Gradient(oracle.X, oracle.Target), "gradient");
        Close.Relatively(Tolerance, oracle.InputGradient, reference.InputGradient(oracle.X, oracle.OutputGradient), "input gradient");
        Close.Relatively(Tolerance, oracle.SquaredGradientNorms, reference.SquaredGradientNorms(oracle.X), "squared gradient norms");
        Close.Relatively(Tolerance, oracle.Penalty, reference.Penalty(oracle.X), "penalty");
        Close.Relatively(Tolerance, oracle.PenaltyGradient, reference.PenaltyGradient(oracle.X), "penalty gradient");
        Close.Relatively(Tolerance, oracle.Laplacian, reference.Laplacians(oracle.X), "Laplacians");
        Close.Relatively(Tolerance, oracle.Laplacian, reference.LaplaciansByParameter(oracle.X), "Laplacians by parameter");
        Close.Relatively(Tolerance, oracle.ResidualLaplacian, reference.ResidualLaplacian(oracle.X, oracle.Target), "residual Laplacian");
    }
}
