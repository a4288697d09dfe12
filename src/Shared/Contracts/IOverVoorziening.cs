namespace WmoPlatform.Contracts;

/// <summary>An event about one voorziening.</summary>
public interface IOverVoorziening
{
    /// <summary>Stays the same from indication to CAK.</summary>
    Guid VoorzieningId { get; }
}

/// <summary>An event about the assignment of one voorziening to one provider.</summary>
public interface IOverToewijzing : IOverVoorziening
{
    /// <summary>Unique within the municipality (iWmo TR332).</summary>
    long Toewijzingnummer { get; }
}
