namespace WmoPlatform.Contracts;

/// <summary>An event about one voorziening.</summary>
public interface IOverVoorziening
{
    /// <summary>The voorziening. Its id stays the same from indicatie to CAK.</summary>
    Guid VoorzieningId { get; }
}

/// <summary>An event about the assignment of one voorziening to one provider.</summary>
public interface IOverToewijzing : IOverVoorziening
{
    /// <summary>The number of the assignment, unique within the municipality (iWmo TR332).</summary>
    long Toewijzingnummer { get; }
}
