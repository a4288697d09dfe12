using WmoPlatform.Verhalen.Tests.Spel;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Volgorde))]

namespace WmoPlatform.Verhalen.Tests.Spel;

/// <summary>Tells <see cref="Tijd"/> how many stories are going to play. Their order does not matter: each waits for its day.</summary>
public sealed class Volgorde : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
    {
        ArgumentNullException.ThrowIfNull(testCollections);
        Tijd.Verwacht(testCollections.Count(c =>
            c.TestCollectionDisplayName.Contains(typeof(Verhaal).Namespace!.Replace(".Spel", ".Verhalen."), StringComparison.Ordinal)));
        return testCollections;
    }
}
