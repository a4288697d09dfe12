using Microsoft.AspNetCore.Builder;
using WmoPlatform.Contracts;

namespace WmoPlatform.ServiceDefaults.Inzage;

/// <summary>One line of the access log: a call about persons, answered or refused.</summary>
/// <param name="Door">Who called, in which role and with which client.</param>
/// <param name="Operatie">The method and the route, for instance <c>GET /dossiers/v1/dossiers/{dossiernummer}</c>.</param>
/// <param name="Onderwerpen">
/// The dossiers and persons, for instance <c>D-2026-000123</c> and <c>persoon/…</c>; of a list all of them.
/// </param>
/// <param name="Status">The HTTP status; 403 and 404 are refusals.</param>
/// <param name="TraceId">The trace of the request.</param>
public sealed record Inzageregel(Actor Door, string Operatie, IReadOnlyCollection<string> Onderwerpen, int Status, string? TraceId);

/// <summary>The access log of this service. Messaging keeps it in the service's own database.</summary>
public interface IInzagelog
{
    /// <summary>Writes a line; it is durable when the task ends.</summary>
    /// <exception cref="InzageNietVastgelegd">It could not be written, so nothing may be shown.</exception>
    Task Schrijf(Inzageregel regel);

    /// <summary>
    /// The dossiers that the present request has loaded in order to change or show them. They stand in the log when neither the address nor
    /// the answer names a dossier.
    /// </summary>
    /// <param name="verzoek">The services of the request.</param>
    IEnumerable<string> Geladen(IServiceProvider verzoek);
}

/// <summary>The access log cannot be written: the answer is a 503, whatever it would have been.</summary>
public sealed class InzageNietVastgelegd(Exception oorzaak) : Exception("De inzage kan niet worden vastgelegd.", oorzaak);

/// <summary>Marks the endpoints of an API: what they show is written in the access log.</summary>
internal sealed record Inzageplicht;

/// <summary>An endpoint that shows nothing of a person, and so stays out of the access log.</summary>
/// <param name="Reden">Why.</param>
public sealed record NiemandTeZien(string Reden);

/// <summary>Chooses which endpoints take part.</summary>
public static class InzageExtensions
{
    /// <summary>
    /// Keeps an endpoint out of the access log. Every other endpoint of an API takes part. The architecture tests list these exceptions.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="reden">Why it shows nothing of a person.</param>
    public static TBuilder ToontNiemand<TBuilder>(this TBuilder endpoint, string reden) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new NiemandTeZien(reden));
}
