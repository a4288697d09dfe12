using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.AccessLog;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Inzage;

namespace WmoPlatform.Architecture.Tests;

/// <summary>
/// Every endpoint of every service takes part in the access log, except those listed here, each with its reason. Endpoints that take part
/// name a dossier or a person, by their address, by their answer or by the dossier that they load.
/// </summary>
public sealed class InzageTests
{
    /// <summary>The endpoints that show nothing of a person. They are listed twice, so that nobody adds one in passing.</summary>
    private static readonly string[] ToontNiemand =
    [
        "DELETE /zorgaanbieders/v1/abonnementen/{abonnementId:guid}",
        "GET /zorgaanbieders/v1/abonnementen",
        "GET /zorgaanbieders/v1/abonnementen/{abonnementId:guid}",
        "GET /zorgaanbieders/v1/declaraties",
        "GET /zorgaanbieders/v1/zorgaanbieders",
        "GET /zorgaanbieders/v1/zorgaanbieders/{agb}",
        "GET /eigen-bijdrage/v1/ieb/berichten/verkeer",
        "GET /pgb/v1/ipgb/berichten/verkeer",
        "GET /zorgaanbieders/v1/iwmo/berichten/verkeer",
        "POST /eigen-bijdrage/v1/ieb/berichten",
        "POST /eigen-bijdrage/v1/ieb/berichten/verkeer/hervatting",
        "POST /meldingen/v1/meldingen",
        "POST /pgb/v1/ipgb/berichten",
        "POST /pgb/v1/ipgb/berichten/verkeer/hervatting",
        "POST /rekenhulp/v1/dwangsommen",
        "POST /rekenhulp/v1/pgb-tarieven",
        "POST /rekenhulp/v1/termijnen",
        "POST /zorgaanbieders/v1/abonnementen",
        "POST /zorgaanbieders/v1/abonnementen/{abonnementId:guid}/geheim",
        "POST /zorgaanbieders/v1/abonnementen/{abonnementId:guid}/proef",
        "POST /zorgaanbieders/v1/iwmo/berichten",
        "POST /zorgaanbieders/v1/iwmo/berichten/verkeer/hervatting",
        "PUT /zorgaanbieders/v1/abonnementen/{abonnementId:guid}",
        "PUT /zorgaanbieders/v1/zorgaanbieders/{agb}",
    ];

    /// <summary>Those that every service has.</summary>
    private static readonly string[] VanElkeDienst = ["/inzagelog/controle", "/sleutelwissel"];

    [Theory]
    [MemberData(nameof(Dienst.Alle), MemberType = typeof(Dienst))]
    public Task Every_endpoint_takes_part_in_the_access_log_or_says_why_not(string dienst) => Dienst.Doe(dienst, Loop<ServiceDb>);

    private static async Task Loop<TDb>(string naam) where TDb : ServiceDb
    {
        await using var dienst = await Dienst.StartAsync<TDb>(naam);
        using (dienst.Met(null)) { }
        var endpoints = dienst.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null).ToArray();
        foreach (var endpoint in endpoints)
        {
            var operatie = Operatie(endpoint);
            var reden = endpoint.Metadata.GetMetadata<NiemandTeZien>()?.Reden;
            (reden is not null).ShouldBe(VanElkeDienst.Any(operatie.EndsWith) || ToontNiemand.Contains(operatie), operatie);
            reden?.Length.ShouldBeGreaterThan(20, operatie);
            if (reden is null) Herkent(endpoint).ShouldBeTrue($"{operatie} kan niet zeggen over welk dossier of welke persoon het gaat");

            // A role that may not, and one that may: neither leaves without a line.
            var toegestaan = endpoint.Metadata.GetMetadata<ToegestaneRollen>()!.Rollen;
            foreach (var rol in (string[])[Rollen.Alle.First(r => !toegestaan.Contains(r)), toegestaan[0]])
            {
                using var http = dienst.Als(rol, bsn: "999993653", agb: "12345678", teams: ["wijkteam-centrum"]);
                var status = (int)await EndpointTests.Vraag(http, endpoint);
                var regels = await dienst.Vraag(db => db.Set<AccessRow>()
                    .Where(r => r.Operation == operatie && r.Role == rol && r.Status == status).CountAsync());
                // A request that is wrong in form reaches nothing.
                var zonderRegel = reden is not null || (status is 400 or 413 or 415 or 422 or 428 && regels == 0);
                regels.ShouldBe(zonderRegel ? 0 : 1, $"{operatie} {rol} {status}");
            }
        }
    }

    /// <summary>By its address, or by its answer. A list of failed messages and the log itself are found by their own numbers.</summary>
    private static bool Herkent(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Count > 0
        || endpoint.RoutePattern.RawText!.Contains("/inzagelog", StringComparison.Ordinal)
        || endpoint.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Any(m => m.StatusCode is >= 200 and < 300 && m.Type is { } soort && Onderwerpen.Herkent(soort));

    private static string Operatie(RouteEndpoint endpoint) =>
        $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {endpoint.RoutePattern.RawText!.TrimEnd('/')}";
}
