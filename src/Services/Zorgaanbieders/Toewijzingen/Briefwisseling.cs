namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// The WMO301s about one person to one provider, one at a time. While one is unanswered, later changes wait for the next (iWmo OP080), so
/// that two changes within a second become one message.
/// </summary>
public sealed class Briefwisseling
{
    private Briefwisseling()
    {
    }

    public Briefwisseling(Guid persoonId, string agb) => (PersoonId, Agb) = (persoonId, agb);

    public Guid PersoonId { get; private set; }
    public string Agb { get; private set; } = "";
    /// <summary>The unanswered WMO301; null without one.</summary>
    public string? Onbeantwoord { get; private set; }
    /// <summary>Concurrency token: of a simultaneous change and answer, the second retries.</summary>
    public int Beurt { get; private set; }

    public void Raak() => Beurt++;

    public void WachtOp(string identificatie) => Onbeantwoord = identificatie;

    /// <summary>Records that the provider answered, or that the municipality gave up waiting.</summary>
    public void Beantwoord() => Onbeantwoord = null;
}
