namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>Codes of LDT_RetourCode with which a request is rejected, beside those that others give too.</summary>
internal static class Verzoekcode
{
    /// <summary>A product that goes on is no actual assignment (TR350).</summary>
    public const string OngewijzigdNietActueel = "9350";
    /// <summary>A product that must change is no actual assignment (TR351).</summary>
    public const string TeWijzigenNietActueel = "9351";
    /// <summary>A change that begins today or earlier is one of the whole period (TR357).</summary>
    public const string IngangsdatumWijktAf = "9357";
    /// <summary>Another budget or total is one of the whole period (TR373).</summary>
    public const string TotaalVanafIngangsdatum = "9373";
    /// <summary>An earlier request is still to be answered (TR374).</summary>
    public const string VerzoekOnderhanden = "9374";
    /// <summary>An assignment with a product code has an omvang (TR411).</summary>
    public const string OmvangOntbreekt = "9411";
}
