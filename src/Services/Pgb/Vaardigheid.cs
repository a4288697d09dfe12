namespace WmoPlatform.Pgb;

/// <summary>The abilities that running a pgb needs (Wmo 2015 art. 2.3.6 lid 2 onder a; the municipality's rules).</summary>
public enum Vaardigheid
{
    // Needed for every pgb.
    SituatieOverzien,
    RegelsKennen,
    HulpBeoordelen,
    HulpKiezen,
    // Also needed for begeleiding, dagbesteding, huishoudelijke ondersteuning, kortdurend verblijf and beschermd wonen.
    AdministratieBijhouden,
    ContactOnderhouden,
    AfsprakenNakomen,
    HulpOrganiseren,
    ZorgverlenersAansturen,
    OpdrachtgeverZijn,
}

/// <summary>The judgement of one ability.</summary>
public enum Oordeel
{
    /// <summary>The resident has it.</summary>
    Ja,
    /// <summary>Not the resident, but their representative has it.</summary>
    MetVertegenwoordiger,
    /// <summary>Neither has it.</summary>
    Nee,
}
