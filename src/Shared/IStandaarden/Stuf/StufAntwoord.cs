namespace WmoPlatform.IStandaarden.Stuf;

/// <summary>What the receiver of a StUF message says at once, before it does anything with its content.</summary>
/// <param name="CrossRefnummer">The reference of the message; null when it could not be read, or when the other side leaves it out.</param>
public abstract record StufAntwoord(Guid? CrossRefnummer)
{
    /// <summary>Bv03 or Fo03.</summary>
    public abstract string Berichtcode { get; }
}

/// <summary>The message came in. An answer to its content follows as a message of its own.</summary>
/// <param name="CrossRefnummer">The reference of the message.</param>
public sealed record Bv03(Guid? CrossRefnummer) : StufAntwoord(CrossRefnummer)
{
    /// <inheritdoc />
    public override string Berichtcode => "Bv03";
}

/// <summary>The message could not be taken.</summary>
/// <param name="CrossRefnummer">The reference of the message.</param>
/// <param name="Code">StUF's code of the fault, at most 20 characters.</param>
/// <param name="Plek">Whose fault it is: client (the sender of the message) or server.</param>
/// <param name="Omschrijving">A description of the fault, at most 200 characters.</param>
/// <param name="Details">More about it, at most 1,000 characters.</param>
public sealed record Fo03(Guid? CrossRefnummer, string Code, string Plek, string? Omschrijving = null, string? Details = null)
    : StufAntwoord(CrossRefnummer)
{
    /// <summary>The body of a message is not as its schema says.</summary>
    public const string NietConformSchema = "StUF055";
    /// <summary>The process that handles the message fails.</summary>
    public const string VerwerkingMislukt = "StUF058";
    /// <summary>The sender of the message must mend something.</summary>
    public const string Client = "client";
    /// <summary>The receiver cannot take it now.</summary>
    public const string Server = "server";

    /// <inheritdoc />
    public override string Berichtcode => "Fo03";
}
