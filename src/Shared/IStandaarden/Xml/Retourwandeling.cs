using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Walks the classes of a retour in memory. It gives each class its codes, or gathers the codes with their place.</summary>
internal sealed class Retourwandeling : Geheugenwandeling
{
    private readonly Func<Berichtklasse, IReadOnlyList<string>>? codes;
    private readonly List<Bevinding> gevonden = [];

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

    public override IReadOnlyList<string>? RetourCodes(IReadOnlyList<string>? waarde) => RetourCodesOf(waarde);

    public override IReadOnlyList<string>? RetourCodesOf(IReadOnlyList<string>? waarde)
    {
        foreach (var code in waarde ?? []) gevonden.Add(new(code, Pad, Retourcode.Tekst(code)));
        return waarde;
    }

    protected override T Bezoek<T>(T klasse) => codes is not null && klasse is Berichtklasse { RetourCodes: null or [] } zonder
        ? (T)(object)(zonder with { RetourCodes = codes(zonder) is { Count: > 0 } bij ? bij : [Retourcode.GeenOpmerking] })
        : klasse;
}
