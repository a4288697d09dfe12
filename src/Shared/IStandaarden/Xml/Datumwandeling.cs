namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Walks a message in memory and gathers dates with their place.</summary>
internal sealed class Datumwandeling : Geheugenwandeling
{
    private readonly Func<DateOnly, bool> welke;
    private readonly List<string> gevonden = [];

    private Datumwandeling(Berichtsoort soort, Func<DateOnly, bool> welke) : base(soort) => this.welke = welke;

    public static IReadOnlyList<string> Plaatsen(Ketenbericht bericht, Func<DateOnly, bool> welke)
    {
        var wandeling = new Datumwandeling(bericht.Soort, welke);
        wandeling.Over(bericht);
        return wandeling.gevonden;
    }

    public override DateOnly? DatumOf(string naam, DateOnly? waarde)
    {
        if (waarde is { } datum && welke(datum)) gevonden.Add($"{Pad}/{naam}");
        return waarde;
    }
}
