namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>The roles a token may carry in its claim <c>roles</c>.</summary>
public static class Rollen
{
    /// <summary>A resident, who sees and handles only their own dossiers (claim <c>bsn</c>).</summary>
    public const string Inwoner = "inwoner";
    /// <summary>A Wmo consulent, who handles the dossiers of their own teams (claim <c>teams</c>).</summary>
    public const string Consulent = "consulent";
    /// <summary>Takes the decisions on an aanvraag.</summary>
    public const string Beslisser = "beslisser";
    /// <summary>Handles administration for all teams.</summary>
    public const string Backoffice = "backoffice";
    /// <summary>A provider, which sees only its own clients (claim <c>agb</c>).</summary>
    public const string Aanbieder = "aanbieder";
    /// <summary>Operations, which sees messages and registers but no dossiers.</summary>
    public const string Beheer = "beheer";
    /// <summary>A chain partner that posts messages.</summary>
    public const string Keten = "keten";
    /// <summary>Another system that reads data.</summary>
    public const string Systeem = "systeem";
    /// <summary>Checks who did and who saw what: reads the access logs, which no other role does, and the timeline of a dossier.</summary>
    public const string Auditor = "auditor";

    /// <summary>
    /// Everyone who may read a dossier: a resident their own, a consulent those of their teams, and the others every dossier.
    /// </summary>
    public static IReadOnlyList<string> BijHetDossier { get; } = [Inwoner, Consulent, Beslisser, Backoffice, Systeem];

    /// <summary>All roles.</summary>
    public static IReadOnlyList<string> Alle { get; } =
        [Inwoner, Consulent, Beslisser, Backoffice, Aanbieder, Beheer, Keten, Systeem, Auditor];
}
