using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Walks the classes of a retour in memory. It gives each class its codes, or gathers the codes with their place.</summary>
internal sealed class Retourwandeling : Wandeling
{
    private readonly Func<Berichtklasse, IReadOnlyList<string>>? codes;
    private readonly List<Bevinding> gevonden = [];
    private int? volgnummer;

    private Retourwandeling(Berichtsoort soort, Func<Berichtklasse, IReadOnlyList<string>>? codes) : base(soort) => this.codes = codes;

    /// <summary>Makes a copy with codes at every class. A class without codes gets 0200, no remark (IV028). Existing codes stay.</summary>
    public static Retourbericht Voorzie(Retourbericht retour, Func<Berichtklasse, IReadOnlyList<string>> codes) =>
        new Retourwandeling(retour.Soort, codes).Over(retour);

    /// <summary>Gathers every code with its class.</summary>
    public static IReadOnlyList<Bevinding> Codes(Retourbericht retour)
    {
        var wandeling = new Retourwandeling(retour.Soort, null);
        wandeling.Over(retour);
        return wandeling.gevonden;
    }

    private Retourbericht Over(Retourbericht retour) => (Retourbericht)Binnen("Bericht", () => Soort.Vorm(this, retour));

    public override IReadOnlyList<string>? RetourCodes(IReadOnlyList<string>? waarde) => RetourCodesOf(waarde);

    public override IReadOnlyList<string>? RetourCodesOf(IReadOnlyList<string>? waarde)
    {
        foreach (var code in waarde ?? []) gevonden.Add(new(code, Pad, Retourcode.Tekst(code)));
        return waarde;
    }

    protected override string? Waarde(string naam, Ldt type, string? waarde, bool ruim) => waarde;

    protected override T? Element<T>(string naam, Vorm<T> vorm, T? waarde) where T : class
    {
        if (waarde is null) return null;
        if (codes is not null && waarde is Berichtklasse { RetourCodes: null or [] } klasse)
            waarde = (T)(object)(klasse with { RetourCodes = codes(klasse) is { Count: > 0 } bij ? bij : [Retourcode.GeenOpmerking] });
        var plek = volgnummer is { } n ? $"{naam}[{n}]" : naam;
        volgnummer = null;
        return Binnen(plek, () => vorm(this, waarde));
    }

    protected override IReadOnlyList<T> Herhaling<T>(string naam, IReadOnlyList<T>? waarde, Func<T?, T?> stap) where T : class =>
        [.. (waarde ?? []).Select((deel, i) => { volgnummer = i + 1; return stap(deel)!; })];
}
