namespace WmoPlatform.IStandaarden;

/// <summary>
/// A message that cannot be read, or that may not be written as it is: level 1 of the standard. Such a message gets no retour; its sender
/// is informed outside the message traffic (OP090x2). The exception names the fault and its place, never a value, so it can be logged.
/// </summary>
/// <param name="code">The fault: one of the constants of this class.</param>
/// <param name="pad">The place: element names from the root, for instance <c>Bericht/Client/Bsn</c>.</param>
public sealed class BerichtOnleesbaar(string code, string pad) : Exception($"Het bericht is onleesbaar: {code} bij {pad}.")
{
    /// <summary>No well-formed XML, or XML with a DTD.</summary>
    public const string GeenXml = "geen-xml";
    /// <summary>Not UTF-8, or with a byte order mark (OP192).</summary>
    public const string VerkeerdeCodering = "verkeerde-codering";
    /// <summary>Larger than 25 MB (OP179).</summary>
    public const string TeGroot = "te-groot";
    /// <summary>The root element belongs to no known message.</summary>
    public const string OnbekendBericht = "onbekend-bericht";
    /// <summary>The right name in the wrong namespace.</summary>
    public const string VerkeerdeNamespace = "verkeerde-namespace";
    /// <summary>A required element is missing, or another element stands in its place.</summary>
    public const string ElementOntbreekt = "element-ontbreekt";
    /// <summary>An element, attribute or text that does not belong here.</summary>
    public const string OnverwachteInhoud = "onverwachte-inhoud";
    /// <summary>The value does not fit the element's type.</summary>
    public const string OngeldigeWaarde = "ongeldige-waarde";
    /// <summary>A header of SOAP that must be understood, and is not.</summary>
    public const string NietBegrepen = "niet-begrepen";

    /// <summary>The fault.</summary>
    public string Code { get; } = code;

    /// <summary>The place of the fault.</summary>
    public string Pad { get; } = pad;
}
