using System.Text;
using System.Xml;
using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden.Stuf;

/// <summary>
/// An envelope of StUF-GGk 2.1, in which messages of the chain travel over the Gemeentelijk Gegevensknooppunt. The names of the elements
/// and the namespaces are public; which element of stuurgegevens stands in which of the two namespaces is assumed.
/// </summary>
/// <param name="Stuurgegevens">The sender, the receiver and the message.</param>
public abstract record GgkBericht(GgkStuurgegevens Stuurgegevens)
{
    /// <summary>Namespace of the GGk's messages.</summary>
    public const string Ggk = "http://www.stufstandaarden.nl/koppelvlak/ggk0210";
    /// <summary>Namespace of StUF itself.</summary>
    public const string Stuf = "http://www.egem.nl/StUF/StUF0301";

    // Base64 makes four of three, in lines or not; and something around it.
    private const long Hoogstens = Ketenbericht.HoogstensBytes / 3 * 4 + Ketenbericht.HoogstensBytes / 3 * 4 / 38 + 64 * 1024;

    private static readonly XmlWriterSettings Instellingen = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\r\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    /// <summary>Di01, Du01 or Fo01.</summary>
    public abstract string Berichtcode { get; }

    /// <summary>Reads any of the three envelopes. The message inside is not read: it has rules of its own.</summary>
    /// <param name="xml">UTF-8, at most some 34 MB, so that a message of 25 MB fits in it; read synchronously, and stays open.</param>
    /// <exception cref="BerichtOnleesbaar">It is no envelope, or not a well-formed one.</exception>
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

    /// <summary>The envelope as it goes over the line.</summary>
    /// <inheritdoc cref="Schrijf(Stream)" path="/exception"/>
    public byte[] ToBytes()
    {
        using var doel = new MemoryStream();
        Schrijf(doel);
        return doel.ToArray();
    }

    /// <summary>Kind and reference: never what is inside.</summary>
    public sealed override string ToString() => $"{Berichtcode} {Stuurgegevens.Referentienummer}";
}

/// <summary>A message on its way to whom it is for.</summary>
/// <param name="Stuurgegevens">Without CrossRefnummer.</param>
/// <param name="Parameters">Which versions it is made with.</param>
/// <param name="XmlBestand">The message of the chain, as it goes over the line; at most 25 MB (OP179).</param>
public sealed record Di01(GgkStuurgegevens Stuurgegevens, GgkParameters Parameters, ReadOnlyMemory<byte> XmlBestand)
    : GgkBericht(Stuurgegevens)
{
    /// <inheritdoc />
    public override string Berichtcode => "Di01";
}

/// <summary>The retour to a message.</summary>
/// <param name="Stuurgegevens">With in CrossRefnummer the reference of the Di01 that it answers.</param>
/// <param name="Parameters">Which versions it is made with.</param>
/// <param name="XmlBestand">The retour, as it goes over the line; at most 25 MB (OP179).</param>
public sealed record Du01(GgkStuurgegevens Stuurgegevens, GgkParameters Parameters, ReadOnlyMemory<byte> XmlBestand)
    : GgkBericht(Stuurgegevens)
{
    /// <inheritdoc />
    public override string Berichtcode => "Du01";
}

/// <summary>The receiver could not take the message in.</summary>
/// <param name="Stuurgegevens">With in CrossRefnummer the reference of what it is about.</param>
/// <param name="Code">StUF's code of the mistake, at most 20 characters.</param>
/// <param name="Plek">Where it was made: client or server.</param>
/// <param name="Omschrijving">What is wrong, at most 200 characters.</param>
public sealed record Fo01(GgkStuurgegevens Stuurgegevens, string Code, string Plek, string Omschrijving) : GgkBericht(Stuurgegevens)
{
    /// <inheritdoc />
    public override string Berichtcode => "Fo01";
}

/// <summary>The sender, the receiver and the message.</summary>
/// <param name="Zender">Who sends.</param>
/// <param name="Ontvanger">For whom.</param>
/// <param name="Referentienummer">The sender's own number.</param>
/// <param name="TijdstipBericht">When, in whole seconds, Europe/Amsterdam.</param>
/// <param name="CrossRefnummer">What it answers; null in a Di01, and in a Fo01 about what cannot be read.</param>
/// <param name="Functie">The kind of message inside, for instance <c>WMO301</c>; null where a Fo01 does not know.</param>
public sealed record GgkStuurgegevens(
    GgkPartij Zender, GgkPartij Ontvanger, Guid Referentienummer, DateTime TijdstipBericht, Guid? CrossRefnummer, string? Functie);

/// <summary>A sender or receiver.</summary>
/// <param name="Organisatie">A CBS code, an AGB code or a name of the GGk; at most 200 characters.</param>
/// <param name="Applicatie">Which of its systems, at most 50 characters.</param>
public sealed record GgkPartij(string Organisatie, string Applicatie);

/// <summary>Which versions a message is made with.</summary>
/// <param name="ApplicatieVersie">Version of the sending system.</param>
/// <param name="ApplicatieSubversie">Subversion of the sending system.</param>
/// <param name="FunctieVersie">BerichtVersie of the message inside.</param>
/// <param name="FunctieSubversie">BerichtSubversie of the message inside.</param>
public sealed record GgkParameters(int ApplicatieVersie, int ApplicatieSubversie, int FunctieVersie, int FunctieSubversie);
