using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace WmoPlatform.ServiceDefaults.Fouten;

/// <summary>Metadata of an endpoint whose callers do not read problem+json: it writes problems in a form of its own.</summary>
public interface IProbleemvorm
{
    /// <summary>Whether this caller gets this problem in that form.</summary>
    bool Past(HttpContext context, ProblemDetails probleem);

    /// <summary>Writes the problem as the response.</summary>
    Task Schrijf(HttpContext context, ProblemDetails probleem);
}
