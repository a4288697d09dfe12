namespace WmoPlatform.IStandaarden.Codelijsten;

/// <summary>Why help stopped (code list WMO588).</summary>
public static class RedenBeeindiging
{
    /// <summary>The client died.</summary>
    public const string Overlijden = "02";
    /// <summary>Ended as planned.</summary>
    public const string VolgensPlan = "19";
    /// <summary>Temporarily. Help resumes later, and nothing stops at the CAK.</summary>
    public const string Tijdelijk = "20";
    /// <summary>By the client alone.</summary>
    public const string DoorClient = "21";
    /// <summary>By the provider alone.</summary>
    public const string DoorAanbieder = "22";
    /// <summary>Early, by agreement.</summary>
    public const string InOvereenstemming = "23";
    /// <summary>Moved to another gemeente.</summary>
    public const string Verhuizing = "31";
    /// <summary>By the gemeente.</summary>
    public const string DoorGemeente = "36";
    /// <summary>Because of a request for change.</summary>
    public const string Wijzigingsverzoek = "37";
    /// <summary>The client went to another provider.</summary>
    public const string AndereAanbieder = "38";
    /// <summary>The client went to another law, such as the Wlz.</summary>
    public const string AnderDomein = "39";

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> Alle { get; } = [.. Codelijst.RedenBeeindiging.Codes.Select(c => c.Waarde)];
}

/// <summary>Why a toewijzing changed (code list WMO002).</summary>
public static class RedenWijziging
{
    /// <summary>The client died.</summary>
    public const string Overleden = "02";
    /// <summary>The contract changed.</summary>
    public const string Contractwijziging = "03";
    /// <summary>Reassessed and longer.</summary>
    public const string Verlenging = "04";
    /// <summary>Reassessed and shorter.</summary>
    public const string Verkorting = "05";
    /// <summary>Another law, such as the Wlz.</summary>
    public const string AnderDomein = "06";
    /// <summary>Moved to another gemeente.</summary>
    public const string Verhuizing = "07";
    /// <summary>From zorg in natura to pgb.</summary>
    public const string Leveringsvorm = "08";
    /// <summary>Another provider.</summary>
    public const string AndereAanbieder = "09";
    /// <summary>The provider asked for it.</summary>
    public const string DoorAanbieder = "12";
    /// <summary>Removed: as if never sent; Einddatum equals Ingangsdatum.</summary>
    public const string Verwijderd = "13";
    /// <summary>Administrative correction.</summary>
    public const string Correctie = "14";
}

/// <summary>The effect of a delivery on an earlier one.</summary>
public static class StatusAanlevering
{
    /// <summary>First delivery.</summary>
    public const string Eerste = "1";
    /// <summary>Replaces an earlier delivery as a whole; not in a WMO305 or WMO307 (OP033x2).</summary>
    public const string Gewijzigd = "2";
    /// <summary>Removes an earlier delivery.</summary>
    public const string Verwijderen = "3";
    /// <summary>Does not apply.</summary>
    public const string NietVanToepassing = "9";
}

/// <summary>The kinds of address (LDT_AdresSoort).</summary>
public static class AdresSoort
{
    /// <summary>As registered in the BRP.</summary>
    public const string Brp = "01";
    /// <summary>For letters.</summary>
    public const string Correspondentie = "02";
    /// <summary>Place of stay.</summary>
    public const string Verblijf = "03";
    /// <summary>Temporary place of stay.</summary>
    public const string Tijdelijk = "04";
}
