using NoiseRegGen.PeerBenchmarks.Jobs;
using NoiseRegGen.Serving;
using NoiseRegGen.Training;

namespace NoiseRegGen.PeerBenchmarks.Ours;

/// <summary>Our side: one call of the generated class, through <see cref="IMlp{TSelf, T}"/>.</summary>
internal sealed class OurJob<TNet> : Side
    where TNet : class, IMlp<TNet, float>
{
    private readonly TNet _network;
    private readonly JobKind _job;
    private readonly BatchData _data;
    private readonly WeightNoise _noise;
    private readonly MlpWorkspace<float> _workspace = TNet.CreateWorkspace();
    private readonly float[] _gradient;
    private readonly float[] _y;
    private readonly float[] _norms;
    private readonly Adam<float> _adam;
    private readonly FrozenMlp<TNet, float>? _frozen;
    private PenalizedLoss<float> _loss;
    private NoiseExpansion<float> _expansion;

    internal OurJob(TNet network, JobKind job, BatchData data)
        : base("ours", job == JobKind.Plain ? "plain step" : string.Empty)
    {
        (_network, _job, _data) = (network, job, data);
        _noise = BatchData.Noise(job switch
        {
            JobKind.PerBatchNoise => NoiseSampling.PerBatch,
            JobKind.PerExampleNoise => NoiseSampling.PerExample,
            JobKind.LayerWiseNoise => NoiseSampling.LayerWise,
            _ => NoiseSampling.LocalReparameterization,
        });
        _gradient = new float[network.Parameters.Length];
        _y = new float[data.Target.Length];
        _norms = new float[data.Batch];
        _adam = new Adam<float>(_gradient.Length);
        _frozen = job == JobKind.Frozen ? new FrozenMlp<TNet, float>(network) : null;
    }

    /// <inheritdoc/>
    internal override void Run()
    {
        switch (_job)
        {
            case JobKind.Forward:
                _network.Forward(_data.X, _y, _workspace);
                break;
            case JobKind.Frozen:
                _frozen!.Forward(_data.X, _y);
                break;
            case JobKind.Plain:
                _loss = new PenalizedLoss<float>(_network.Gradient(_data.X, _data.Target, _gradient, _workspace), 0, 0);
                break;
            case JobKind.LocalNoise or JobKind.PerBatchNoise or JobKind.PerExampleNoise or JobKind.LayerWiseNoise:
                _loss = new PenalizedLoss<float>(_network.NoisyGradient(_data.X, _data.Target, _gradient, _noise, _workspace), 0, 0);
                break;
            case JobKind.Penalized:
                _loss = _network.PenalizedGradient(_data.X, _data.Target, _gradient, BatchData.Eta, _workspace);
                break;
            case JobKind.Projected:
                _loss = _network.PenalizedGradient(_data.X, _data.Target, _gradient, BatchData.Eta, new RandomProbe { Seed = 1, Step = 1 }, _workspace);
                break;
            case JobKind.Corrected:
                CorrectedLoss<float> corrected = _network.CorrectedGradient(_data.X, _data.Target, _gradient, BatchData.Eta, _workspace);
                _loss = new PenalizedLoss<float>(corrected.ShiftedLoss, corrected.Penalty, corrected.Total);
                break;
            case JobKind.GradientNorms:
                _network.SquaredGradientNorms(_data.X, _norms, _workspace);
                break;
            case JobKind.Expansion:
                _expansion = _network.ExpandNoise(_data.X, _data.Target, _workspace);
                break;
            default:
                _adam.Step(_network.Parameters, _data.Gradient);
                break;
        }
    }

    /// <inheritdoc/>
    internal override NamedResult[] Results()
    {
        for (int step = 0; step < (_job == JobKind.Adam ? BatchData.CheckedSteps : 1); step++)
            Run();
        return _job switch
        {
            JobKind.Forward or JobKind.Frozen => [new("outputs", [.. _y])],
            JobKind.Penalized => [new("loss", [_loss.Loss]), new("penalty", [_loss.Penalty]), new("gradient", [.. _gradient])],
            JobKind.GradientNorms => [new("norms", [.. _norms])],
            JobKind.Expansion =>
            [
                new("loss", [_expansion.Loss]), new("penalty", [_expansion.Penalty]),
                new("residual Laplacian", [_expansion.ResidualLaplacian], _expansion.Penalty),
            ],
            JobKind.Adam => [new("parameters", [.. _network.Parameters])],
            _ => [new("loss", [_loss.Loss]), new("gradient", [.. _gradient])],
        };
    }
}
