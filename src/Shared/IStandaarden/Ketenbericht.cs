using System.Text;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// A message of the chain, which is read from and written to XML exactly as its standard says. Its text has only its kind and
/// identification.
/// </summary>
public abstract record Ketenbericht
{
    /// <summary>A message is at most 25 MB (OP179).</summary>
    public const int HoogstensBytes = 25 * 1024 * 1024;

    /// <summary>The kind of message.</summary>
    public Berichtsoort Soort => Berichtsoort.Van(this);

    /// <summary>
    /// The sender's identification of this message; for a retour IdentificatieRetour. It is unique per kind and sender (TR056).
    /// </summary>
    public abstract string Identificatie { get; }

    /// <summary>Reads any message. Its root namespace gives its kind. The stream is read synchronously and stays open.</summary>
    /// <param name="xml">UTF-8, at most 25 MB.</param>
    /// <param name="annulering">Stops the reading.</param>
    /// <exception cref="BerichtOnleesbaar">It is not a message of the chain, or not well-formed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Ketenbericht Lees(Stream xml, CancellationToken annulering = default)
    {
        using var lezer = new LezendeWandeling(xml, annulering);
        return lezer.Bericht();
    }

    /// <summary>Reads any message from text.</summary>
    /// <inheritdoc cref="Lees(Stream, CancellationToken)" path="/exception"/>
    public static Ketenbericht Lees(string xml) => Lees(new MemoryStream(Encoding.UTF8.GetBytes(xml)));

    /// <summary>Writes UTF-8 without byte order mark and with CR/LF (OP192).</summary>
    /// <param name="doel">Written synchronously; stays open.</param>
    /// <exception cref="BerichtOnleesbaar">
    /// A value does not fit its element or the whole is more than 25 MB (OP179), so no receiver would accept the message.
    /// </exception>
    public void Schrijf(Stream doel) => Schrijf(doel, HoogstensBytes);

    internal void Schrijf(Stream doel, long hoogstens)
    {
        using var schrijver = new SchrijvendeWandeling(new Begrensd(doel, hoogstens), Soort);
        schrijver.Bericht(this);
    }

    /// <summary>Gives the message as text, ready to be encoded as UTF-8.</summary>
    /// <inheritdoc cref="Schrijf(Stream)" path="/exception"/>
    public string ToXml() => Encoding.UTF8.GetString(ToBytes());

    /// <summary>Gives the message as it is sent.</summary>
    /// <inheritdoc cref="Schrijf(Stream)" path="/exception"/>
    public byte[] ToBytes()
    {
        using var doel = new MemoryStream();
        Schrijf(doel);
        return doel.ToArray();
    }

    /// <summary>The places of the dates for which a condition holds, in the order of the message.</summary>
    /// <param name="welke">The condition.</param>
    public IReadOnlyList<string> PlaatsenVanDatums(Func<DateOnly, bool> welke) => Datumwandeling.Plaatsen(this, welke);

    /// <summary>Kind and identification, never a person.</summary>
    public sealed override string ToString() => $"{Soort} {Identificatie}";
}

/// <summary>A message that its receiver answers with a retour.</summary>
/// <param name="Header">The sender, the receiver and the identification.</param>
public abstract record Heenbericht(Header Header) : Ketenbericht
{
    /// <inheritdoc />
    public sealed override string Identificatie => Header.BerichtIdentificatie.Identificatie;

    /// <summary>
    /// The content without the header, which a retour that rejects a part sends back. Null when the retour has other content.
    /// </summary>
    internal abstract Berichtklasse? Inhoud { get; }
}

/// <summary>An answer to a message: only a header when it is accepted, otherwise also the reasons (OP065, IV028).</summary>
/// <param name="Header">The unchanged header of the answered message, and the answer's own identification.</param>
public abstract record Retourbericht(RetourHeader Header) : Ketenbericht
{
    /// <inheritdoc />
    public sealed override string Identificatie => Header.IdentificatieRetour;

    /// <summary>
    /// The rejections of the receiver: code, element and Dutch text, in the order of the message. It leaves out 0200 (no remark), 0233 (not
    /// judged) and 8001 (paid in full).
    /// </summary>
    public IReadOnlyList<Bevinding> Bevindingen =>
        [.. Retourwandeling.Codes(this)
            .Where(b => b.Code is not (Retourcode.GeenOpmerking or Retourcode.NietBeoordeeld or Retourcode.DeclaratieToegewezen))];

    /// <summary>The codes that reject, each once; empty when the message is accepted.</summary>
    public IReadOnlyList<string> Afkeurcodes => [.. Bevindingen.Select(b => b.Code).Distinct()];

    /// <summary>Whether the receiver accepted everything.</summary>
    public bool IsAkkoord => Bevindingen.Count == 0;
}

/// <summary>A retour with the content of the answered message.</summary>
/// <typeparam name="TInhoud">The class of that content.</typeparam>
/// <param name="Header">The unchanged header of the answered message, and the answer's own identification.</param>
/// <param name="Inhoud">The unchanged content with codes, if a part is rejected; otherwise null.</param>
public abstract record Retour<TInhoud>(RetourHeader Header, TInhoud? Inhoud) : Retourbericht(Header) where TInhoud : Berichtklasse;

/// <summary>The header of a heen message.</summary>
/// <param name="Afzender">CBS code or AGB code; null where the message has no such element.</param>
/// <param name="Ontvanger">CBS code or AGB code; null where the message has no such element.</param>
/// <param name="BerichtIdentificatie">The sender's number and the day of sending.</param>
/// <param name="XsdVersie">The schemas used.</param>
public record Header(string? Afzender, string? Ontvanger, CdtBerichtIdentificatie BerichtIdentificatie, CdtXsdVersie XsdVersie)
{
    /// <summary>Makes a header with the schema versions that this library writes.</summary>
    /// <param name="afzender">CBS code or AGB code; null where the message has no such element.</param>
    /// <param name="ontvanger">CBS code or AGB code; null where the message has no such element.</param>
    /// <param name="identificatie">At most 12 characters, unique per kind and sender (TR056).</param>
    /// <param name="dagtekening">The day of sending, Europe/Amsterdam.</param>
    public Header(string? afzender, string? ontvanger, string identificatie, DateOnly dagtekening)
        : this(afzender, ontvanger, new CdtBerichtIdentificatie(identificatie, dagtekening), CdtXsdVersie.Eigen) { }

    internal static Header Vorm(Wandeling x, Header? w)
    {
        x.Vast("BerichtCode", x.Soort.BerichtCode);
        x.Vast("BerichtVersie", x.Soort.Standaard.Versie, ruim: true);
        x.Vast("BerichtSubversie", x.Soort.Standaard.Subversie, ruim: true);
        return new(
            x.Partij("Afzender", x.Soort.Afzender, w?.Afzender),
            x.Partij("Ontvanger", x.Soort.Ontvanger, w?.Ontvanger),
            x.Cdt("BerichtIdentificatie", CdtBerichtIdentificatie.Vorm, w?.BerichtIdentificatie),
            x.Cdt("XsdVersie", CdtXsdVersie.Vorm, w?.XsdVersie));
    }
}

/// <summary>The header of a retour. Its sender and receiver are those of the heen message, not swapped.</summary>
/// <param name="Heen">The header of the answered message.</param>
/// <param name="IdentificatieRetour">The answer's own number, at most 12 characters.</param>
/// <param name="DagtekeningRetour">The day of the answer, Europe/Amsterdam.</param>
/// <param name="XsltVersie">Version of the official rule sheets, when they rejected a part (IV033).</param>
/// <param name="XsdVersieRetour">The schemas used for the answer.</param>
/// <param name="RetourCodes">A fault in the header, 0001 for a technical one, 0200 beside content with codes; otherwise null.</param>
public sealed record RetourHeader(
    Header Heen, string IdentificatieRetour, DateOnly DagtekeningRetour, string? XsltVersie, CdtXsdVersie XsdVersieRetour,
    IReadOnlyList<string>? RetourCodes)
{
    /// <summary>Afzender of the answered message.</summary>
    public string? Afzender => Heen.Afzender;

    /// <summary>Ontvanger of the answered message.</summary>
    public string? Ontvanger => Heen.Ontvanger;

    /// <summary>Identification of the answered message. A sender finds that message by it.</summary>
    public CdtBerichtIdentificatie BerichtIdentificatie => Heen.BerichtIdentificatie;

    internal static RetourHeader Bij(Heenbericht heen, string identificatie, DateOnly dagtekening, params IReadOnlyList<string> codes) =>
        new(heen.Header, identificatie, dagtekening, null, CdtXsdVersie.Eigen, codes.Count == 0 ? null : codes);

    internal static RetourHeader Vorm(Wandeling x, RetourHeader? w) => new(
        Header.Vorm(x, w?.Heen),
        x.Tekst("IdentificatieRetour", Ldt.IdentificatieBericht, w?.IdentificatieRetour),
        x.Datum("DagtekeningRetour", w?.DagtekeningRetour),
        x.TekstOf("XsltVersie", Ldt.Versie, w?.XsltVersie),
        x.Cdt("XsdVersieRetour", CdtXsdVersie.Vorm, w?.XsdVersieRetour),
        x.RetourCodesOf(w?.RetourCodes));

    /// <summary>
    /// The header of a WMO325, which is the other way around. Its sender is the answering party, its identification is the answer's own,
    /// and DeclaratieIdentificatie names the answered message.
    /// </summary>
    internal static RetourHeader VormBijDeclaratie(Wandeling x, RetourHeader? w)
    {
        var eigen = Header.Vorm(
            x, w is null ? null : new(w.Ontvanger, w.Afzender, new(w.IdentificatieRetour, w.DagtekeningRetour), w.XsdVersieRetour));
        var declaratie = x.Cdt("DeclaratieIdentificatie", CdtBerichtIdentificatie.Vorm, w?.BerichtIdentificatie);
        var xslt = x.TekstOf("XsltVersie", Ldt.Versie, w?.XsltVersie);
        var xsd = x.Cdt("XsdVersieDeclaratie", CdtXsdVersie.Vorm, w?.Heen.XsdVersie);
        var (identificatie, dagtekening) = eigen.BerichtIdentificatie;
        return new(new(eigen.Ontvanger, eigen.Afzender, declaratie, xsd), identificatie, dagtekening, xslt, eigen.XsdVersie,
            x.RetourCodes(w?.RetourCodes));
    }
}
