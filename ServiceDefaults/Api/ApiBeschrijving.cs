namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>The name and the path of one API.</summary>
/// <param name="Naam">Name, for instance "Meldingen".</param>
/// <param name="Pad">Public path, the same behind the gateway, for instance <c>/meldingen/v1</c>.</param>
/// <param name="Omschrijving">A description in Dutch.</param>
public sealed record ApiBeschrijving(string Naam, string Pad, string Omschrijving)
{
    /// <summary>Name of its OpenAPI document: the first part of the path.</summary>
    internal string Document => Pad.Split('/')[1];

    /// <summary>Version of the API, sent in the header <c>API-Version</c> (NL GOV API Design Rules: semantic versioning).</summary>
    public string Versie { get; init; } = "1.0.0";
}
