using System.Text;
using System.Xml;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden.Stuf;

/// <summary>
/// An envelope of StUF-GGk 2.1, in which messages of the chain travel over the Gemeentelijk Gegevensknooppunt. The names of the elements
/// and the namespaces are public. It is assumed which of the two namespaces each element of stuurgegevens has.
/// </summary>
/// <param name="Stuurgegevens">The sender, the receiver and the identification.</param>
public abstract record GgkBericht(GgkStuurgegevens Stuurgegevens)
{
    /// <summary>Namespace of the GGk's messages.</summary>
    public const string Ggk = "http://www.stufstandaarden.nl/koppelvlak/ggk0210";
    /// <summary>Namespace of StUF itself.</summary>
    public const string Stuf = "http://www.egem.nl/StUF/StUF0301";

    // Base64 makes four bytes of three, possibly in lines, and some room remains for the envelope itself.
    internal const long Hoogstens = Ketenbericht.HoogstensBytes / 3 * 4 + Ketenbericht.HoogstensBytes / 3 * 4 / 38 + 64 * 1024;

    internal static readonly XmlWriterSettings Instellingen = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\r\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    /// <summary>Di01, Du01 or Fo01.</summary>
    public abstract string Berichtcode { get; }

    /// <summary>Reads any of the three envelopes. It does not read the message inside, which has its own rules.</summary>
    /// <param name="xml">UTF-8, at most some 34 MB, so that a message of 25 MB fits; read synchronously, and stays open.</param>
    /// <exception cref="BerichtOnleesbaar">It is not an envelope, or not well-formed.</exception>
    public static GgkBericht Lees(Stream xml)
    {
        using var bron = new Berichtlezer(xml, Hoogstens);
        return new Enveloplezer(bron).Lees();
    }

    /// <summary>Writes UTF-8 without byte order mark and with CR/LF.</summary>
    /// <param name="doel">Written synchronously; stays open.</param>
    /// <exception cref="BerichtOnleesbaar">A value does not fit its element, or the message inside is more than 25 MB.</exception>
    public void Schrijf(Stream doel)
    {
        using var schrijver = XmlWriter.Create(doel, Instellingen);
        new Envelopschrijver(schrijver).Schrijf(this);
    }

    /// <summary>Gives the envelope as it is sent.</summary>
    /// <inheritdoc cref="Schrijf(Stream)" path="/exception"/>
    public byte[] ToBytes()
    {
        using var doel = new MemoryStream();
        Schrijf(doel);
        return doel.ToArray();
    }

    /// <summary>Kind and reference, never the content.</summary>
    public sealed override string ToString() => $"{Berichtcode} {Stuurgegevens.Referentienummer}";
}

/// <summary>An envelope with a message for its receiver.</summary>
/// <param name="Stuurgegevens">Without CrossRefnummer.</param>
/// <param name="Parameters">The versions that it is made with.</param>
/// <param name="XmlBestand">The message of the chain, as it is sent; at most 25 MB (OP179).</param>
public sealed record Di01(GgkStuurgegevens Stuurgegevens, GgkParameters Parameters, ReadOnlyMemory<byte> XmlBestand)
    : GgkBericht(Stuurgegevens)
{
    /// <inheritdoc />
    public override string Berichtcode => "Di01";
}

/// <summary>An envelope with the retour to a message.</summary>
/// <param name="Stuurgegevens">With the reference of the answered Di01 in CrossRefnummer.</param>
/// <param name="Parameters">The versions that it is made with.</param>
/// <param name="XmlBestand">The retour, as it is sent; at most 25 MB (OP179).</param>
public sealed record Du01(GgkStuurgegevens Stuurgegevens, GgkParameters Parameters, ReadOnlyMemory<byte> XmlBestand)
    : GgkBericht(Stuurgegevens)
{
    /// <inheritdoc />
    public override string Berichtcode => "Du01";
}

/// <summary>The receiver could not accept the message.</summary>
/// <param name="Stuurgegevens">With the reference of that message in CrossRefnummer.</param>
/// <param name="Code">StUF's code of the fault, at most 20 characters.</param>
/// <param name="Plek">The side of the fault: client or server.</param>
/// <param name="Omschrijving">A description of the fault, at most 200 characters.</param>
/// <param name="Details">More about it, at most 1,000 characters.</param>
/// <param name="DetailsXml">The same as well-formed XML of any kind.</param>
public sealed record Fo01(
    GgkStuurgegevens Stuurgegevens, string Code, string? Plek, string? Omschrijving, string? Details = null, string? DetailsXml = null)
    : GgkBericht(Stuurgegevens)
{
    /// <inheritdoc />
    public override string Berichtcode => "Fo01";
}

/// <summary>The sender, the receiver and the identification.</summary>
/// <param name="Zender">The sender.</param>
/// <param name="Ontvanger">The receiver.</param>
/// <param name="Referentienummer">The sender's own number: a UUID of version 4.</param>
/// <param name="TijdstipBericht">The moment of sending, Europe/Amsterdam; written in whole seconds.</param>
/// <param name="CrossRefnummer">The envelope that it answers; null in a Di01, and in a Fo01 about an unreadable message.</param>
/// <param name="Functie">
/// The kind of message inside, for instance <c>WMO301</c>; in a Du01 any text of at most 200 characters; null in a Fo01.
/// </param>
public sealed record GgkStuurgegevens(
    GgkPartij Zender, GgkPartij Ontvanger, Guid Referentienummer, DateTime TijdstipBericht, Guid? CrossRefnummer, string? Functie);

/// <summary>A sender or receiver.</summary>
/// <param name="Organisatie">A CBS code, an AGB code or a name of the GGk; at most 200 characters.</param>
/// <param name="Applicatie">Its system, at most 50 characters.</param>
/// <param name="Administratie">The part of that system, at most 50 characters.</param>
/// <param name="Gebruiker">The user of that system, at most 50 characters.</param>
public sealed record GgkPartij(string Organisatie, string Applicatie, string? Administratie = null, string? Gebruiker = null);

/// <summary>The versions that a message is made with.</summary>
/// <param name="ApplicatieVersie">Version of the sending system.</param>
/// <param name="ApplicatieSubversie">Subversion of the sending system.</param>
/// <param name="FunctieVersie">BerichtVersie of the message inside.</param>
/// <param name="FunctieSubversie">BerichtSubversie of the message inside.</param>
public sealed record GgkParameters(int ApplicatieVersie, int ApplicatieSubversie, int FunctieVersie, int FunctieSubversie);
