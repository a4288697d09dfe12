namespace WmoPlatform.Keten.Berichten;

/// <summary>
/// Level 1: the file is no message of the standard. Its sender gets an error at once and no retour (OP090x2). The error names a place,
/// never a value.
/// </summary>
internal sealed class Onleesbaar(string code, string pad) : Exception($"Het bericht is onleesbaar: {code} bij {pad}.")
{
    public const string GeenXml = "geen-xml";
    public const string VerkeerdeCodering = "verkeerde-codering";
    public const string TeGroot = "te-groot";
    public const string OnbekendBericht = "onbekend-bericht";
    public const string VerkeerdeNamespace = "verkeerde-namespace";
    public const string ElementOntbreekt = "element-ontbreekt";
    public const string OnverwachteInhoud = "onverwachte-inhoud";
    public const string OngeldigeWaarde = "ongeldige-waarde";

    public string Code => code;
    public string Pad => pad;
}
