using System.Globalization;

namespace WmoPlatform.IStandaarden.Xml;

/// <summary>
/// Describes a class of a message once, for both directions. It passes every element in the order of the schema, and makes the record.
/// Reading ignores <paramref name="waarde"/> and returns the value in the XML; writing writes it and returns it.
/// </summary>
internal delegate T Vorm<T>(Wandeling x, T? waarde) where T : class;

/// <summary>A walk along the elements of one message, which reads it, writes it, or visits a record in memory.</summary>
internal abstract class Wandeling(Berichtsoort soort)
{
    private readonly Stack<string> pad = [];

    /// <summary>The kind of the walked message.</summary>
    public Berichtsoort Soort { get; protected set; } = soort;

    /// <summary>The namespace of the elements at this depth: that of the message, or that of the basisschema inside a CDT.</summary>
    protected string Namespace { get; set; } = soort.Namespace;

    public string Tekst(string naam, Ldt type, string? waarde) =>
        Waarde(naam, type, waarde) ?? throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
    public string? TekstOf(string naam, Ldt type, string? waarde) => Waarde(naam, type, waarde);
    public void Vast(string naam, string waarde, bool ruim = false)
    {
        if (Waarde(naam, Ldt.Vast(waarde), waarde, ruim) is null) throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
    }

    public string? Partij(string naam, Partij partij, string? waarde) => partij switch
    {
        IStandaarden.Partij.Gemeente => Tekst(naam, Ldt.Gemeente, waarde),
        IStandaarden.Partij.Aanbieder => Tekst(naam, Ldt.AgbCode, waarde),
        _ => null,
    };

    public DateOnly Datum(string naam, DateOnly? waarde) => DatumOf(naam, waarde) ?? throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
    public virtual DateOnly? DatumOf(string naam, DateOnly? waarde) =>
        Waarde(naam, Ldt.Datum, waarde?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ruim: true) is { } tekst
            ? DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public TimeOnly Tijd(string naam, TimeOnly? waarde) =>
        Waarde(naam, Ldt.Tijd, waarde?.ToString("HH:mm:ss", CultureInfo.InvariantCulture), ruim: true) is { } tekst
            ? TimeOnly.Parse(tekst, CultureInfo.InvariantCulture) : throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);

    public long Getal(string naam, Ldt type, long? waarde) =>
        GetalOf(naam, type, waarde) ?? throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
    public long? GetalOf(string naam, Ldt type, long? waarde) =>
        Waarde(naam, type, waarde?.ToString(CultureInfo.InvariantCulture), ruim: true) is { } tekst
            ? long.Parse(tekst, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Passes a class of the message, whose elements have the namespace around it.</summary>
    public T Deel<T>(string naam, Vorm<T> vorm, T? waarde) where T : class =>
        DeelOf(naam, vorm, waarde) ?? throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
    public T? DeelOf<T>(string naam, Vorm<T> vorm, T? waarde) where T : class => Element(naam, vorm, waarde);

    /// <summary>
    /// Passes a type of the basisschema. The element has the namespace around it, and its content that of the basisschema.
    /// </summary>
    public T Cdt<T>(string naam, Vorm<T> vorm, T? waarde) where T : class =>
        CdtOf(naam, vorm, waarde) ?? throw Fout(BerichtOnleesbaar.ElementOntbreekt, naam);
    public T? CdtOf<T>(string naam, Vorm<T> vorm, T? waarde) where T : class => Element(naam, (x, w) =>
    {
        var buiten = Namespace;
        Namespace = Soort.Standaard.Basisschema;
        var inhoud = vorm(x, w);
        Namespace = buiten;
        return inhoud;
    }, waarde);

    /// <summary>Passes one or more classes inside a list element.</summary>
    public IReadOnlyList<T> Delen<T>(string lijst, string naam, Vorm<T> vorm, IReadOnlyList<T>? waarde) where T : class =>
        DelenOf(lijst, naam, vorm, waarde) ?? throw Fout(BerichtOnleesbaar.ElementOntbreekt, lijst);
    public IReadOnlyList<T>? DelenOf<T>(string lijst, string naam, Vorm<T> vorm, IReadOnlyList<T>? waarde) where T : class =>
        Element<IReadOnlyList<T>>(lijst, (x, w) => x.Herhaling(naam, w, deel => x.DeelOf(naam, vorm, deel)), waarde);
    public IReadOnlyList<string>? LijstOf(string lijst, string naam, Ldt type, IReadOnlyList<string>? waarde) =>
        Element<IReadOnlyList<string>>(lijst, (x, w) => x.Herhaling(naam, w, deel => x.TekstOf(naam, type, deel)), waarde);

    /// <summary>The codes at a class: none in a heen message, at least one in a retour.</summary>
    public virtual IReadOnlyList<string>? RetourCodes(IReadOnlyList<string>? waarde) => Soort.IsRetour
        ? RetourCodesOf(waarde) ?? throw Fout(BerichtOnleesbaar.ElementOntbreekt, "RetourCodes")
        : null;

    /// <summary>The codes at the header of a retour; null when the header is accepted.</summary>
    public virtual IReadOnlyList<string>? RetourCodesOf(IReadOnlyList<string>? waarde) =>
        LijstOf("RetourCodes", "RetourCode", Soort.Standaard == Standaard.IWmo ? Ldt.RetourCode : Ldt.AndereRetourCode, waarde);

    /// <summary>
    /// Passes one value; null when the element is absent. A <paramref name="ruim"/> value may have white space around it, as XML Schema
    /// allows for dates and numbers.
    /// </summary>
    protected abstract string? Waarde(string naam, Ldt type, string? waarde, bool ruim = false);

    /// <summary>Passes an element with elements inside; null when it is absent.</summary>
    protected abstract T? Element<T>(string naam, Vorm<T> vorm, T? waarde) where T : class;

    /// <summary>Passes all repetitions with <paramref name="stap"/>, which returns null when there is no next one.</summary>
    protected abstract IReadOnlyList<T> Herhaling<T>(string naam, IReadOnlyList<T>? waarde, Func<T?, T?> stap) where T : class;

    /// <summary>The present place: element names from the root.</summary>
    protected string Pad => string.Join('/', pad.Reverse());

    protected T Binnen<T>(string naam, Func<T> inhoud)
    {
        Af(naam);
        var waarde = inhoud();
        Op();
        return waarde;
    }

    protected void Af(string naam) => pad.Push(naam);
    protected void Op() => pad.Pop();

    /// <summary>Makes the fault of the element with this name, or of the present element.</summary>
    protected BerichtOnleesbaar Fout(string code, string? naam = null) =>
        new(code, naam is null && pad.Count == 0 ? "Bericht" : string.Join('/', naam is null ? pad.Reverse() : pad.Reverse().Append(naam)));
}
