namespace NoiseRegGen.Training;

/// <summary>Work that is cut into shards which any thread may do in any order.</summary>
public interface IShardWork
{
    /// <summary>Does one shard.</summary>
    /// <param name="shard">Its index, from 0. Results belong into memory of this shard, so that no bit depends on who did it.</param>
    /// <param name="worker">The thread's index in its team, from 0: selects scratch memory, never results.</param>
    void Execute(int shard, int worker);
}
