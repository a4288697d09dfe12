namespace WmoPlatform.Pgb;

/// <summary>The abilities that running a pgb asks (Wmo 2015 art. 2.3.6 lid 2 onder a; the municipality's rules).</summary>
public enum Vaardigheid
{
    // Asked of everyone with a pgb.
    SituatieOverzien,
    RegelsKennen,
    HulpBeoordelen,
    HulpKiezen,
    // Asked as well for begeleiding, dagbesteding, huishoudelijke ondersteuning, kortdurend verblijf and beschermd wonen.
    AdministratieBijhouden,
    ContactOnderhouden,
    AfsprakenNakomen,
    HulpOrganiseren,
    ZorgverlenersAansturen,
    OpdrachtgeverZijn,
}

/// <summary>Whether someone has an ability.</summary>
public enum Oordeel
{
    /// <summary>The person alone.</summary>
    Ja,
    /// <summary>Not the person, but the representative.</summary>
    MetVertegenwoordiger,
    /// <summary>Neither.</summary>
    Nee,
}
