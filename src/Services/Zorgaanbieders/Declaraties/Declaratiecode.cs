namespace WmoPlatform.Zorgaanbieders.Declaraties;

/// <summary>Codes of LDT_RetourCode that only a WMO325 has: why a declaration, or a prestatie in it, is not paid.</summary>
internal static class Declaratiecode
{
    /// <summary>TR418.</summary>
    public const string AnderTarief = "0611";
    /// <summary>TR323.</summary>
    public const string GeenDebet = "8017";
    /// <summary>TR314.</summary>
    public const string ReferentieGebruikt = "8021";
    /// <summary>TR304.</summary>
    public const string AndereClient = "8187";
    /// <summary>TR318.</summary>
    public const string PeriodeSluitNietAan = "8214";
    /// <summary>TR307.</summary>
    public const string BeginBuitenToewijzing = "9307";
    /// <summary>TR308.</summary>
    public const string EindeBuitenToewijzing = "9308";
    /// <summary>TR319.</summary>
    public const string BuitenDeclaratieperiode = "9319";
    /// <summary>TR321.</summary>
    public const string VolumeTeHoog = "9321";
    /// <summary>TR322.</summary>
    public const string SomTeHoog = "9322";
    /// <summary>TR333.</summary>
    public const string DeclaratienummerGebruikt = "9333";
    /// <summary>TR338.</summary>
    public const string GeenToewijzing = "9338";
    /// <summary>TR339.</summary>
    public const string AndereCategorie = "9339";
    /// <summary>TR340.</summary>
    public const string AndereCode = "9340";
    /// <summary>TR341.</summary>
    public const string AndereEenheid = "9341";
    /// <summary>TR346.</summary>
    public const string BedragKloptNiet = "9346";
    /// <summary>TR369.</summary>
    public const string BudgetOverschreden = "9369";
    /// <summary>TR384.</summary>
    public const string ToewijzingVerwijderd = "9384";
    /// <summary>TR387.</summary>
    public const string GeenEersteDag = "9387";
    /// <summary>TR388.</summary>
    public const string GeenLaatsteDag = "9388";
    /// <summary>TR389.</summary>
    public const string AlGedeclareerd = "9389";
    /// <summary>TR390.</summary>
    public const string AlGecrediteerd = "9390";
}
