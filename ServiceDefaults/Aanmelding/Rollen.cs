namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>The roles a token may carry in its claim <c>roles</c>.</summary>
public static class Rollen
{
    /// <summary>A resident: sees and does only their own (claim <c>bsn</c>).</summary>
    public const string Inwoner = "inwoner";
    /// <summary>A Wmo consulent: the dossiers of their own teams (claim <c>teams</c>).</summary>
    public const string Consulent = "consulent";
    /// <summary>Takes the decisions.</summary>
    public const string Beslisser = "beslisser";
    /// <summary>Handles administration for all teams.</summary>
    public const string Backoffice = "backoffice";
    /// <summary>A provider: its own clients only (claim <c>agb</c>).</summary>
    public const string Aanbieder = "aanbieder";
    /// <summary>Operations: messages and registers, no dossiers.</summary>
    public const string Beheer = "beheer";
    /// <summary>A chain partner that posts messages.</summary>
    public const string Keten = "keten";
    /// <summary>Another system that reads and asks.</summary>
    public const string Systeem = "systeem";

    /// <summary>Everyone who may read a dossier: a resident their own, a consulent those of their teams, the others every one.</summary>
    public static IReadOnlyList<string> BijHetDossier { get; } = [Inwoner, Consulent, Beslisser, Backoffice, Systeem];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Alle { get; } = [Inwoner, Consulent, Beslisser, Backoffice, Aanbieder, Beheer, Keten, Systeem];
}
