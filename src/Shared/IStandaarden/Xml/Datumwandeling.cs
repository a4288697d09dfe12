namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Walks a message in memory and gathers dates with their place.</summary>
internal sealed class Datumwandeling : Wandeling
{
    private readonly Func<DateOnly, bool> welke;
    private readonly List<string> gevonden = [];
    private int? volgnummer;

    private Datumwandeling(Berichtsoort soort, Func<DateOnly, bool> welke) : base(soort) => this.welke = welke;

    public static IReadOnlyList<string> Plaatsen(Ketenbericht bericht, Func<DateOnly, bool> welke)
    {
        var wandeling = new Datumwandeling(bericht.Soort, welke);
        wandeling.Binnen("Bericht", () => bericht.Soort.Vorm(wandeling, bericht));
        return wandeling.gevonden;
    }

    public override DateOnly? DatumOf(string naam, DateOnly? waarde)
    {
        if (waarde is { } datum && welke(datum)) gevonden.Add($"{Pad}/{naam}");
        return waarde;
    }

    protected override string? Waarde(string naam, Ldt type, string? waarde, bool ruim) => waarde;

    protected override T? Element<T>(string naam, Vorm<T> vorm, T? waarde) where T : class
    {
        if (waarde is null) return null;
        var plek = volgnummer is { } n ? $"{naam}[{n}]" : naam;
        volgnummer = null;
        return Binnen(plek, () => vorm(this, waarde));
    }

    protected override IReadOnlyList<T> Herhaling<T>(string naam, IReadOnlyList<T>? waarde, Func<T?, T?> stap) where T : class =>
        [.. (waarde ?? []).Select((deel, i) => { volgnummer = i + 1; return stap(deel)!; })];
}
