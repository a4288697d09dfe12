using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace WmoPlatform.ServiceDefaults.Aanmelding;

/// <summary>The user of a request, from the claims of the token. Bind it as a parameter of an endpoint.</summary>
/// <param name="Id">Claim <c>sub</c>, never a BSN.</param>
/// <param name="Rollen">Claim <c>roles</c>.</param>
/// <param name="Bsn">Claim <c>bsn</c>, of a resident.</param>
/// <param name="Agb">Claim <c>agb</c>, of a provider.</param>
/// <param name="Teams">Claim <c>teams</c>, of a consulent.</param>
/// <param name="Client">Claim <c>client_id</c> or <c>azp</c>: the system that got the token.</param>
public sealed record Gebruiker(
    string Id, IReadOnlySet<string> Rollen, string? Bsn, string? Agb, IReadOnlySet<string> Teams, string? Client = null)
{
    /// <summary>Whether the token carries the role.</summary>
    public bool Is(string rol) => Rollen.Contains(rol);

    /// <summary>
    /// Whether this user may see or handle a dossier. Beslisser, backoffice and system clients may for every dossier, a consulent for those
    /// of their own teams, and a resident for their own. Others get 404, because even the existence of a dossier is not theirs to know.
    /// </summary>
    /// <param name="bsn">The BSN of the resident of the dossier.</param>
    /// <param name="wijkteam">The team that handles the dossier.</param>
    public bool MagBij(string bsn, string wijkteam) =>
        ZietAlles || (Is(Aanmelding.Rollen.Consulent) && Teams.Contains(wijkteam))
            || (Is(Aanmelding.Rollen.Inwoner) && Bsn is not null && Bsn == bsn);

    /// <summary>Whether the role of this user gives access to every dossier.</summary>
    public bool ZietAlles => Is(Aanmelding.Rollen.Beslisser) || Is(Aanmelding.Rollen.Backoffice) || Is(Aanmelding.Rollen.Systeem);

    /// <summary>Reads the token's claims.</summary>
    public static Gebruiker Van(ClaimsPrincipal wie)
    {
        ArgumentNullException.ThrowIfNull(wie);
        return new(
            wie.FindFirstValue("sub") ?? "", wie.FindAll("roles").Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            wie.FindFirstValue("bsn"), wie.FindFirstValue("agb"), wie.FindAll("teams").Select(c => c.Value)
                .ToHashSet(StringComparer.Ordinal), ClientVan(wie));
    }

    internal static string? ClientVan(ClaimsPrincipal wie) => (wie.FindFirst("client_id") ?? wie.FindFirst("azp"))?.Value;

    /// <summary>Binds the signed-in user to an endpoint's parameter.</summary>
    public static ValueTask<Gebruiker> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Van(context.User));
    }

    /// <summary>Only the id, never the BSN.</summary>
    public override string ToString() => Id;
}
