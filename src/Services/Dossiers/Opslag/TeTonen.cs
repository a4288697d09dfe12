namespace WmoPlatform.Dossiers.Opslag;

/// <summary>A line of the journal that its dossier does not show yet.</summary>
public sealed class TeTonen
{
    /// <summary>The line of the journal.</summary>
    public long Nr { get; init; }

    /// <summary>Empty for facts about the register of providers.</summary>
    public string Dossiernummer { get; init; } = "";

    /// <summary>How often showing it has failed.</summary>
    public int Pogingen { get; init; }

    /// <summary>It is not tried before this instant (UTC, the database's clock). Null: at once.</summary>
    public DateTimeOffset? NietVoor { get; init; }

    /// <summary>Type of the last exception.</summary>
    public string? Fout { get; init; }
}

/// <summary>A line of the journal that could not be read or put into words. Its dossier shows a line without content.</summary>
public sealed class Onleesbaar
{
    private Onleesbaar()
    {
    }

    public Onleesbaar(Journaalregel regel, Exception fout)
    {
        ArgumentNullException.ThrowIfNull(regel);
        ArgumentNullException.ThrowIfNull(fout);
        (Nr, Dossiernummer, Gebeurtenis, Fout) = (regel.Nr, regel.Dossiernummer, regel.Gebeurtenis, fout.GetType().Name);
    }

    /// <summary>The line of the journal.</summary>
    public long Nr { get; private init; }

    public string Dossiernummer { get; private init; } = "";
    public string Gebeurtenis { get; private init; } = "";

    /// <summary>Type of the exception; its text may hold personal data.</summary>
    public string Fout { get; private init; } = "";

    /// <summary>When this was found out (UTC, the database's clock).</summary>
    public DateTimeOffset Sinds { get; private init; }
}
