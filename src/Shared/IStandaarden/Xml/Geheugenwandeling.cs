namespace WmoPlatform.IStandaarden.Xml;

/// <summary>Walks a message in memory. The path numbers the parts of a list from 1, as XPath does.</summary>
internal abstract class Geheugenwandeling(Berichtsoort soort) : Wandeling(soort)
{
    private int? volgnummer;

    /// <summary>Visits the message, and returns it with what the walk changed.</summary>
    protected T Over<T>(T bericht) where T : Ketenbericht => (T)Binnen("Bericht", () => Soort.Vorm(this, bericht));

    /// <summary>May change a class before its elements are visited.</summary>
    protected virtual T Bezoek<T>(T klasse) where T : class => klasse;

    protected override string? Waarde(string naam, Ldt type, string? waarde, bool ruim) => waarde;

    protected override T? Element<T>(string naam, Vorm<T> vorm, T? waarde) where T : class
    {
        if (waarde is null) return null;
        var klasse = Bezoek(waarde);
        var plek = volgnummer is { } n ? $"{naam}[{n}]" : naam;
        volgnummer = null;
        return Binnen(plek, () => vorm(this, klasse));
    }

    protected override IReadOnlyList<T> Herhaling<T>(string naam, IReadOnlyList<T>? waarde, Func<T?, T?> stap) where T : class =>
        [.. (waarde ?? []).Select((deel, i) => { volgnummer = i + 1; return stap(deel)!; })];
}
