namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>Codes of LDT_RetourCode that only reject requests. Class <c>Retourcode</c> has the codes that other messages share.</summary>
internal static class Verzoekcode
{
    /// <summary>The person is no client of this provider (TR304).</summary>
    public const string GeenClient = "8187";
    /// <summary>An unchanged product is no actual assignment (TR350).</summary>
    public const string OngewijzigdNietActueel = "9350";
    /// <summary>A product to change is no actual assignment (TR351).</summary>
    public const string TeWijzigenNietActueel = "9351";
    /// <summary>A change that begins today or earlier must cover the whole period (TR357).</summary>
    public const string IngangsdatumWijktAf = "9357";
    /// <summary>Another budget or total must cover the whole period (TR373).</summary>
    public const string TotaalVanafIngangsdatum = "9373";
    /// <summary>An earlier request has no final answer yet (TR374).</summary>
    public const string VerzoekOnderhanden = "9374";
    /// <summary>An assignment with a product code must have an omvang (TR411).</summary>
    public const string OmvangOntbreekt = "9411";
}
