namespace WmoPlatform.Beschikkingen.Klachten;

/// <summary>Whose dossier it is. A klacht may come before there is any aanvraag, or melding.</summary>
public sealed class Dossierhouder
{
    public string Dossiernummer { get; init; } = "";
    public Guid PersoonId { get; init; }

    /// <summary>The BSN of today.</summary>
    public string Bsn { get; set; } = "";
    public string Wijkteam { get; init; } = "";
}
