namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Goes over the classes of a retour in memory: gives each a code, or gathers the codes.</summary>
internal sealed class Retourwandeling : Wandeling
{
    private readonly List<string> codes = [];

    // Which retour it is does not matter: names and types are not looked at here.
    private Retourwandeling() : base(Berichtsoort.Wmo302) { }

    /// <summary>A copy in which every class without codes says 0200, no remark (IV028).</summary>
    public static T Voorzie<T>(Vorm<T> vorm, T klasse) where T : class => vorm(new Retourwandeling(), klasse);

    /// <summary>The codes of the class and of everything in it.</summary>
    public static IReadOnlyList<string> Codes<T>(Vorm<T> vorm, T? klasse) where T : class
    {
        var wandeling = new Retourwandeling();
        if (klasse is not null) vorm(wandeling, klasse);
        return wandeling.codes;
    }

    public override IReadOnlyList<string> RetourCodes(IReadOnlyList<string>? waarde)
    {
        var bij = waarde is { Count: > 0 } ? waarde : [Retourcode.GeenOpmerking];
        codes.AddRange(bij);
        return bij;
    }

    protected override string? Waarde(string naam, Ldt type, string? waarde, bool ruim) => waarde;
    protected override T? Element<T>(string naam, Vorm<T> vorm, T? waarde) where T : class => waarde is null ? null : vorm(this, waarde);
    protected override IReadOnlyList<T> Herhaling<T>(string naam, IReadOnlyList<T>? waarde, Func<T?, T?> stap) where T : class =>
        [.. (waarde ?? []).Select(deel => stap(deel)!)];
}
