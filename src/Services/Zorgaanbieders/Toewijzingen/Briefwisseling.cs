namespace WmoPlatform.Zorgaanbieders;

/// <summary>
/// The WMO301s about one person to one provider: one at a time. While one is unanswered, what has changed waits for the next (iWmo OP080), so
/// that two changes within a second are one message.
/// </summary>
public sealed class Briefwisseling
{
    private Briefwisseling()
    {
    }

    public Briefwisseling(Guid persoonId, string agb) => (PersoonId, Agb) = (persoonId, agb);

    public Guid PersoonId { get; private set; }
    public string Agb { get; private set; } = "";
    /// <summary>The WMO301 whose answer is to come; null when none is.</summary>
    public string? Onbeantwoord { get; private set; }
    /// <summary>Counts every touch: a change and an answer of the same moment meet here, and one of them looks again.</summary>
    public int Beurt { get; private set; }

    public void Raak() => Beurt++;

    public void Verzend(string identificatie) => Onbeantwoord = identificatie;

    /// <summary>Answered, or given up.</summary>
    public void Beantwoord() => Onbeantwoord = null;
}
