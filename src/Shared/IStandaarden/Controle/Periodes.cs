namespace WmoPlatform.IStandaarden.Controle;

/// <summary>Days, kept as periods that do not touch each other, in order.</summary>
internal sealed class Periodes
{
    private readonly SortedSet<(DateOnly Einde, DateOnly Begin)> periodes = [];

    public bool Raakt(DateOnly begin, DateOnly einde) => begin <= einde && Eerste(begin) is { } eerste && eerste.Begin <= einde;

    public void Voeg(DateOnly begin, DateOnly einde)
    {
        if (einde < begin) return;
        while (Eerste(begin) is { } eerste && eerste.Begin <= einde)
        {
            periodes.Remove(eerste);
            (begin, einde) = (Vroegst(begin, eerste.Begin), Vroegst(einde, eerste.Einde) == einde ? eerste.Einde : einde);
        }
        periodes.Add((einde, begin));
    }

    private (DateOnly Einde, DateOnly Begin)? Eerste(DateOnly vanaf)
    {
        foreach (var periode in periodes.GetViewBetween((vanaf, DateOnly.MinValue), (DateOnly.MaxValue, DateOnly.MaxValue)))
            return periode;
        return null;
    }

    private static DateOnly Vroegst(DateOnly a, DateOnly b) => a < b ? a : b;
}
