namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>A person about whom no messages may be sent (iWmo OP003): every beschikking up to a moment falls under it.</summary>
public sealed class Afscherming
{
    public Guid PersoonId { get; init; }

    /// <summary>The moment of the last beschikking that said so.</summary>
    public DateTimeOffset TotEnMet { get; private set; }

    public void Verleng(DateTimeOffset op)
    {
        if (op > TotEnMet) TotEnMet = op.ToUniversalTime();
    }
}
